import { type Kysely, sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { identitiesOfPeople, originsOf } from '../identity/index.ts';

export const eraseFromClickHouse = 'privacy.erase_from_clickhouse';

/**
 * Erases a person from every PostgreSQL table that any module registered, leaves tombstones of the identifiers, and
 * orders the erasure from ClickHouse. Runs as a message of the log, so it stands after everything accepted before it.
 * Returns the keys (`kind:hash`) whose cache entries are void. Idempotent: a second run finds nobody.
 */
export async function erasePerson(
  tx: Kysely<unknown>,
  platform: Platform,
  order: {
    readonly erasureId: number;
    readonly personId: number;
    readonly blockId: number;
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const origins = [...(await originsOf(tx, [order.personId])).keys()];
  const identities = await identitiesOfPeople(tx, origins);
  const identityIds = identities.map((identity) => identity.identity_id);
  await sql`
    insert into privacy.tombstone (kind, hash, erasure_id, at)
    select kind, hash, ${order.erasureId}, ${order.at}
    from unnest(
      ${identities.map((identity) => identity.kind)}::smallint[], ${identities.map((identity) => identity.hash)}::uuid[]
    ) as erased (kind, hash)
    on conflict (kind, hash) do update set at = excluded.at, erasure_id = excluded.erasure_id`.execute(
    tx,
  );
  const target = {
    personId: order.personId,
    originPersonIds: origins,
    identityIds,
    at: order.at,
    tx,
  };
  const erased: string[] = [];
  for (const asset of platform.registries.personAssets) {
    if (asset.store !== 'postgres') continue;
    await asset.erase(target, platform);
    erased.push(asset.table);
  }
  const proof = {
    tables: erased,
    identities: identityIds.length,
    identityIds,
    personIds: origins,
    block: order.blockId,
  };
  await sql`
    update privacy.erasure set done_at = ${order.at}, proof = ${JSON.stringify(proof)}::jsonb
    where erasure_id = ${order.erasureId}`.execute(tx);
  await platform.jobs.add(
    eraseFromClickHouse,
    { erasureId: order.erasureId },
    { tx, key: `${eraseFromClickHouse} ${order.erasureId}`, subject: String(order.erasureId) },
  );
  return identities.map((identity) => `${identity.kind}:${identity.hash}`);
}

/** What an erase message of the log holds. @throws Error on anything else; only this module writes such messages */
export function readErasureOrder(document: unknown): {
  readonly erasureId: number;
  readonly personId: number;
} {
  const { erasureId, personId } = (document ?? {}) as { erasureId?: unknown; personId?: unknown };
  if (typeof erasureId !== 'number' || typeof personId !== 'number') {
    throw new Error('An erase message must hold erasureId and personId.');
  }
  return { erasureId, personId };
}
