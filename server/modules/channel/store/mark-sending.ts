import { type Kysely, sql } from 'kysely';

/** Notes that a provider is about to be called for some claims; returns those that are still ours. */
export async function markSending(
  db: Kysely<unknown>,
  lease: number,
  provider: string,
  deliveryIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ delivery_id: number }>`
    update channel.delivery set state = 'sending', provider = ${provider}
    where lease = ${lease} and state = 'claimed' and delivery_id = any(${deliveryIds}::bigint[])
    returning delivery_id`.execute(db);
  return new Set(rows.map((row) => row.delivery_id));
}
