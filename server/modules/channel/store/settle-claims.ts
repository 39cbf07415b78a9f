import { type Kysely, sql } from 'kysely';

/** How an attempt ended. `planned` = again at `dueAt`. */
export interface Settlement {
  readonly deliveryId: number;
  readonly state: 'sent' | 'delivered' | 'failed' | 'unknown' | 'planned';
  readonly provider: string;
  readonly ref: string | null;
  readonly error: string | null;
  readonly dueAt: Date | null;
}

/** Settles attempts under their lease; returns those that were still ours. */
export async function settleClaims(
  tx: Kysely<unknown>,
  lease: number,
  at: Date,
  settlements: readonly Settlement[],
): Promise<ReadonlySet<number>> {
  if (settlements.length === 0) return new Set();
  const { rows } = await sql<{ delivery_id: number }>`
    update channel.delivery
    set state = settled.state, provider = settled.provider, provider_ref = coalesce(settled.ref, provider_ref),
      error = settled.error, due_at = coalesce(settled.due_at, delivery.due_at), lease = null, lease_until = null,
      sent_at = case when settled.state in ('sent', 'delivered') then ${at}::timestamptz else sent_at end,
      delivered_at = case when settled.state = 'delivered' then ${at}::timestamptz else delivered_at end,
      failed_at = case when settled.state = 'failed' then ${at}::timestamptz else failed_at end,
      contact_day = case when settled.state = 'failed' then null else contact_day end
    from unnest(
      ${settlements.map(({ deliveryId }) => deliveryId)}::bigint[], ${settlements.map(({ state }) => state)}::text[],
      ${settlements.map(({ provider }) => provider)}::text[], ${settlements.map(({ ref }) => ref)}::text[],
      ${settlements.map(({ error }) => error)}::text[],
      ${settlements.map(({ dueAt }) => dueAt?.toISOString() ?? null)}::timestamptz[]
    ) as settled (delivery_id, state, provider, ref, error, due_at)
    where delivery.delivery_id = settled.delivery_id and lease = ${lease} and delivery.state in ('claimed', 'sending')
    returning delivery.delivery_id`.execute(tx);
  return new Set(rows.map((row) => row.delivery_id));
}
