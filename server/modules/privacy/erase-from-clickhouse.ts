import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { blockInserted } from '../collect/index.ts';

interface Proof {
  readonly identityIds: readonly number[];
  readonly personIds: readonly number[];
  readonly block: number;
}

/**
 * The second half of an erasure: removes the person's rows from ClickHouse once everything accepted before the erasure
 * has arrived there. Repeated by the job queue until it succeeds; deleting twice does no harm.
 */
export async function erasePersonFromClickHouse(
  platform: Platform,
  erasureId: number,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const { rows } = await sql<{ person_id: number; done_at: Date; proof: Proof }>`
    select person_id, done_at, proof from privacy.erasure where erasure_id = ${erasureId}`.execute(
    db,
  );
  const erasure = rows[0];
  if (!erasure?.proof) throw new Error(`Erasure ${erasureId} has no proof yet.`);
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
    where erasure_id = ${erasureId}`.execute(db);
}
