import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../platform/engines/engine-error.ts';

/** What the demo notes in its folder: what it loads, the moment at which the played world ends, and when it was done. */
export interface DemoNote {
  readonly data: string;
  readonly size: string;
  readonly end: string;
  readonly loadedAt: string | null;
}

const noteOf = (home: string): string => join(home, 'demo.json');

/** The demo's note in a folder, or null where there is none. */
export async function readNote(home: string): Promise<DemoNote | null> {
  try {
    return JSON.parse(await readFile(noteOf(home), 'utf8')) as DemoNote;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether the folder holds a demo that was loaded to its end. Refuses one that was not, for it would be wrong in silence. */
export async function isLoaded(home: string): Promise<boolean> {
  const note = await readNote(home);
  if (note && note.loadedAt === null) {
    throw new EngineError(
      `The demo in ${home} was not loaded to its end. Delete that folder and start again, or choose another with --home.`,
    );
  }
  return note !== null;
}

export async function writeNote(home: string, note: DemoNote): Promise<void> {
  await mkdir(home, { recursive: true });
  await writeFile(noteOf(home), `${JSON.stringify(note)}\n`);
}
