import { rm } from 'node:fs/promises';
import { identifierKinds } from '@siyu/contract/identity';
import { type Kysely, sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { nextBlockId } from '../collect/index.ts';
import { peopleByIdentifier, peopleByPublicIds } from '../identity/index.ts';
import { endErasuresInClickHouse } from './erase-from-clickhouse.ts';
import { erasePeople } from './erase-person.ts';
import { givenJournalOf, type JournalEntry, journalOf, readJournal } from './erasure-journal.ts';
import { journalErasures } from './journal-erasures.ts';
import { doneAmong } from './store/erasures-done.ts';

const everybody = { rootId: 0, everything: true, orgIds: [] };

/**
 * Brings database and erasure journal to the same state before a start: erasures that only the journal knows (the database
 * was restored from an older backup) are carried out in both engines, those that only the database knows are written to
 * the journal, and what a crash left of an erasure is ended. Call it when every resolved block is in ClickHouse and the
 * pipeline does not run yet, so that nothing is resolved for who is erased.
 */
export async function settleErasures(platform: Platform): Promise<void> {
  const { config, logger } = platform;
  const given = givenJournalOf(config.home);
  const entries = [...(await readJournal(journalOf(config.home))), ...(await readJournal(given))];
  const obeyed = await carryOut(platform, entries);
  if (obeyed > 0) logger.warn({ erasures: obeyed }, 'erased again who had been erased since');
  await endErasuresInClickHouse(platform);
  await journalErasures(platform);
  await rm(given, { force: true });
}

/** Carries out the erasures that the database does not know, in their order. Returns how many. */
async function carryOut(platform: Platform, entries: readonly JournalEntry[]): Promise<number> {
  const db = platform.postgres.db<unknown>();
  const byErasure = new Map(entries.map((entry) => [entry.erasure, entry]));
  const done = await doneAmong(db, [...byErasure.keys()]);
  const missing = [...byErasure.values()]
    .filter(({ erasure }) => !done.has(erasure))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const entry of missing) {
    await platform.postgres.transaction<unknown, void>((tx) => eraseAgain(tx, platform, entry));
  }
  return missing.length;
}

async function eraseAgain(
  tx: Kysely<unknown>,
  platform: Platform,
  entry: JournalEntry,
): Promise<void> {
  const identifiers = entry.identifiers.map(([kind, hash]) => ({
    kind: identifierKinds[kind].code,
    hash,
  }));
  const personIds = new Set([
    ...(await peopleByIdentifier(tx, everybody, identifiers)).map(({ person_id }) => person_id),
    ...(await peopleByPublicIds(tx, everybody, entry.people)).values(),
  ]);
  const { rows } = await sql<{ erasure_id: number }>`
    insert into privacy.erasure (public_id, person_id, requested_by, reason, requested_at)
    values (${entry.erasure}, ${[...personIds][0] ?? 0}, 'system',
      'Erased after the backup that was restored; the erasure journal says so.', ${entry.at}::timestamptz)
    on conflict (public_id) do update set public_id = excluded.public_id
    returning erasure_id`.execute(tx);
  await erasePeople(tx, platform, {
    erasureId: rows[0]?.erasure_id as number,
    personIds: [...personIds],
    identifiers,
    blockId: await nextBlockId(tx),
    at: new Date(entry.at),
  });
}
