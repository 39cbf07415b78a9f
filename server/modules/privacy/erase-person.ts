import { type Kysely, sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { identitiesOfPeople, originsOf } from '../identity/index.ts';

export const eraseFromClickHouse = 'privacy.erase_from_clickhouse';

/**
 * Carries out an order to erase a person: `erasePeople` for everyone united in the person. Runs as a message of the log, so
 * it stands after everything accepted before it. An order that was carried out already is left as it is: a restored log may
 * bring its message again.
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
  const { rows } = await sql<{ done_at: Date | null }>`
    select done_at from privacy.erasure where erasure_id = ${order.erasureId}`.execute(tx);
  if (rows[0]?.done_at) return [];
  return erasePeople(tx, platform, { ...order, personIds: [order.personId], identifiers: [] });
}

/**
 * Erases people from every PostgreSQL table that any module registered, leaves tombstones of their identifiers and of those
 * named beside them, and orders the erasure from ClickHouse. Returns the keys (`kind:hash`) whose cache entries are void.
 */
export async function erasePeople(
  tx: Kysely<unknown>,
  platform: Platform,
  order: {
    readonly erasureId: number;
    readonly personIds: readonly number[];
    readonly identifiers: readonly { readonly kind: number; readonly hash: string }[];
    readonly blockId: number;
    readonly at: Date;
  },
): Promise<readonly string[]> {
  const origins = [...(await originsOf(tx, order.personIds)).keys()];
  const identities = await identitiesOfPeople(tx, origins);
  const identityIds = identities.map((identity) => identity.identity_id);
  const gone = [...identities, ...order.identifiers];
  await sql`
    insert into privacy.tombstone (kind, hash, erasure_id, at)
    select distinct kind, hash, ${order.erasureId}::bigint, ${order.at}::timestamptz
    from unnest(
      ${gone.map((identifier) => identifier.kind)}::smallint[], ${gone.map((identifier) => identifier.hash)}::uuid[]
    ) as erased (kind, hash)
    on conflict (kind, hash) do update set at = excluded.at, erasure_id = excluded.erasure_id
    where tombstone.at <= excluded.at`.execute(tx);
  const target = {
    personId: order.personIds[0] ?? 0,
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
    identities: identities.length,
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
