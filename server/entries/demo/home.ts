import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../platform/engines/engine-error.ts';

/** What the demo notes in its folder: what it loads, and when it was done. */
interface DemoNote {
  readonly data: string;
  readonly size: string;
  readonly loadedAt: string | null;
}

const noteOf = (home: string): string => join(home, 'demo.json');

async function readNote(home: string): Promise<DemoNote | null> {
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

export async function noteStart(home: string, data: string, size: string): Promise<void> {
  await mkdir(home, { recursive: true });
  await writeNote(home, { data, size, loadedAt: null });
}

export async function noteDone(home: string, data: string, size: string, at: Date): Promise<void> {
  await writeNote(home, { data, size, loadedAt: at.toISOString() });
}

const writeNote = (home: string, note: DemoNote): Promise<void> =>
  writeFile(noteOf(home), `${JSON.stringify(note)}\n`);
