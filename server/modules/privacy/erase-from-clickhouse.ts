import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { blockInserted } from '../collect/index.ts';
import { journalErasures } from './journal-erasures.ts';

interface DoneErasure {
  readonly erasure_id: number;
  readonly person_id: number;
  readonly done_at: Date;
  readonly proof: {
    readonly identityIds: readonly number[];
    readonly personIds: readonly number[];
    readonly block: number;
  };
}

/**
 * The second half of an erasure: writes it to the journal outside the databases, and removes the person's rows from
 * ClickHouse once everything accepted before the erasure has arrived there. Repeated by the job queue until it succeeds;
 * deleting twice does no harm.
 */
export async function erasePersonFromClickHouse(
  platform: Platform,
  erasureId: number,
): Promise<void> {
  await journalErasures(platform);
  const { rows } = await sql<DoneErasure>`
    select erasure_id, person_id, done_at, proof from privacy.erasure
    where erasure_id = ${erasureId} and done_at is not null`.execute(
    platform.postgres.db<unknown>(),
  );
  if (!rows[0]) throw new Error(`Erasure ${erasureId} is not carried out yet.`);
  await eraseRows(platform, rows[0]);
}

/** Ends what is left of erasures in ClickHouse. Every block that is resolved must have been inserted. */
export async function endErasuresInClickHouse(platform: Platform): Promise<void> {
  const { rows } = await sql<DoneErasure>`
    select erasure_id, person_id, done_at, proof from privacy.erasure
    where done_at is not null and proof ->> 'clickhouseAt' is null order by erasure_id`.execute(
    platform.postgres.db<unknown>(),
  );
  for (const erasure of rows) await eraseRows(platform, erasure);
}

async function eraseRows(platform: Platform, erasure: DoneErasure): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const { identityIds, personIds, block } = erasure.proof;
  if (!(await blockInserted(platform, block - 1)))
    throw new Error(`Block ${block - 1} is not in ClickHouse yet.`);
  const target = {
    personId: erasure.person_id,
    originPersonIds: personIds,
    identityIds,
    at: erasure.done_at,
    tx: db,
  };
  for (const asset of platform.registries.personAssets) {
    if (asset.store === 'clickhouse') await asset.erase(target, platform);
  }
  await sql`
    update privacy.erasure set proof = proof || jsonb_build_object('clickhouseAt', ${platform.clock.now().toISOString()}::text)
    where erasure_id = ${erasure.erasure_id}`.execute(db);
}
