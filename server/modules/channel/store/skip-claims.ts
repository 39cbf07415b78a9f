import { type Kysely, sql } from 'kysely';

/** Skips claims at gate two, each with its reason; what they had reserved under caps is free again. */
export async function skipClaims(
  db: Kysely<unknown>,
  lease: number,
  skips: readonly {
    readonly deliveryId: number;
    readonly reason: string;
    readonly error?: string;
  }[],
): Promise<void> {
  if (skips.length === 0) return;
  await sql`
    update channel.delivery
    set state = 'skipped', gate = 'claim', reason = skip.reason, error = coalesce(skip.error, delivery.error),
      contact_day = null, lease = null, lease_until = null
    from unnest(
      ${skips.map(({ deliveryId }) => deliveryId)}::bigint[], ${skips.map(({ reason }) => reason)}::text[],
      ${skips.map(({ error }) => error ?? null)}::text[]
    ) as skip (delivery_id, reason, error)
    where delivery.delivery_id = skip.delivery_id and lease = ${lease} and state = 'claimed'`.execute(
    db,
  );
}
