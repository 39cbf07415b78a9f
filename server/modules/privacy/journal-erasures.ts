import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import type { Platform } from '../../platform/platform.ts';
import { publicIdsOf } from '../identity/index.ts';
import { appendToJournal, type JournalEntry, journalOf, readJournal } from './erasure-journal.ts';
import { erasuresDone } from './store/erasures-done.ts';

const kindOfCode = new Map<number, IdentifierKind>(
  Object.entries(identifierKinds).map(([kind, { code }]) => [code, kind as IdentifierKind]),
);

let turn: Promise<unknown> = Promise.resolve();

/**
 * Writes every erasure that was carried out and is not in the home's journal to it; durable when it resolves. Calls of one
 * process follow one another, so that each sees what the last one wrote.
 */
export function journalErasures(platform: Platform): Promise<void> {
  const written = turn.then(() => writeMissing(platform));
  turn = written.catch(() => undefined);
  return written;
}

async function writeMissing({ postgres, config }: Platform): Promise<void> {
  const db = postgres.db<unknown>();
  const file = journalOf(config.home);
  const known = (await readJournal(file)).map(({ erasure }) => erasure);
  const missing = await erasuresDone(db, known);
  const publicIds = await publicIdsOf(
    db,
    missing.flatMap((erasure) => erasure.person_ids),
  );
  const entries = missing.map(
    (erasure): JournalEntry => ({
      erasure: erasure.public_id,
      at: erasure.done_at.toISOString(),
      people: erasure.person_ids.flatMap((personId) => publicIds.get(personId) ?? []),
      identifiers: erasure.identifiers.map(([kind, hash]) => [
        kindOfCode.get(kind) as IdentifierKind,
        hash,
      ]),
    }),
  );
  await appendToJournal(file, entries);
}
