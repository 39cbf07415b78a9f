import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import { type Static, Type } from 'typebox';
import { Check } from 'typebox/value';
import { EngineError } from '../../platform/engines/engine-error.ts';

/**
 * One erasure as it is kept outside the databases, so that a backup that is older than it can be made to obey it. Holds no
 * personal value: identifiers are keyed hashes that mean nothing without the master key.
 */
const JournalEntry = Type.Object({
  /** Public id, `ers_…`. */
  erasure: Type.String(),
  /** When it was carried out, ISO 8601. */
  at: Type.String(),
  /** Public ids of everyone who was united in the person. */
  people: Type.Array(Type.String()),
  /** Pairs of kind and keyed hash. */
  identifiers: Type.Array(Type.Tuple([Type.String(), Type.String()])),
});
export interface JournalEntry extends Static<typeof JournalEntry> {
  readonly identifiers: [kind: IdentifierKind, hash: string][];
}

/** The journal of a home: beside the master key, because it is kept safe with it. */
export const journalOf = (home: string): string => join(home, 'keys', 'erasures.jsonl');

/** A journal that was given to `siyu restore`: the next start obeys it and takes it into the home's own. */
export const givenJournalOf = (home: string): string => join(home, 'restored-erasures.jsonl');

/**
 * The entries of a journal; none when there is no such file. A last line without its end was never finished and is left
 * out: its erasure is in the database and comes again.
 *
 * @throws EngineError naming the line that is no entry
 */
export async function readJournal(file: string): Promise<readonly JournalEntry[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
  return lines.flatMap((line, index) => (line === '' ? [] : [entryOf(line, file, index + 1)]));
}

function entryOf(line: string, file: string, place: number): JournalEntry {
  const value = ((): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      return undefined;
    }
  })();
  if (
    Check(JournalEntry, value) &&
    !Number.isNaN(Date.parse(value.at)) &&
    value.identifiers.every(([kind]) => kind in identifierKinds)
  ) {
    return value as JournalEntry;
  }
  throw new EngineError(
    `Line ${place} of ${file} is no entry of an erasure journal. Take another copy of the journal: without it people who were erased may come back.`,
  );
}

/** Adds entries at the end; durable when it resolves. */
export async function appendToJournal(
  file: string,
  entries: readonly JournalEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a+', 0o600);
  try {
    // What a crash left of a line goes, so that the next one does not grow onto it.
    const before = await handle.readFile();
    const whole = before.lastIndexOf(10) + 1;
    if (whole < before.length) await handle.truncate(whole);
    await handle.writeFile(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(file));
}

/** @throws EngineError when a file is not there or is no journal */
export async function requireJournal(file: string): Promise<void> {
  if (!existsSync(file)) {
    throw new EngineError(
      `There is no erasure journal at ${file}. It is keys/erasures.jsonl of the home that the backup was made of; nothing was restored.`,
    );
  }
  await readJournal(file);
}

/** Puts a journal where the next start of a home obeys it. */
export async function giveJournal(from: string, home: string): Promise<void> {
  const target = givenJournalOf(home);
  await mkdir(home, { recursive: true, mode: 0o700 });
  await copyFile(from, `${target}.partial`);
  await rename(`${target}.partial`, target);
  await syncFolder(home);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
