import { type Kysely, sql } from 'kysely';

/** A delivery that this worker holds under its lease. */
export interface ClaimedDelivery {
  readonly deliveryId: number;
  readonly sendId: number;
  readonly slot: string;
  readonly identityId: number;
  readonly plannedAt: Date;
  readonly day: string | null;
  readonly attempts: number;
  readonly secret: string;
  readonly context: Readonly<Record<string, string>> | null;
}

/** A new lease: whoever settles must name it, so a worker that was too slow settles nothing. */
export async function nextLease(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ lease: number }>`select nextval('channel.lease') as lease`.execute(
    db,
  );
  return (rows[0] as { lease: number }).lease;
}

/**
 * Claims due deliveries of a send, the longest due first. Workers pass over what another holds. The secret of their links is
 * made here once (62 random bits) and kept for every later attempt.
 */
export async function claimDeliveries(
  db: Kysely<unknown>,
  sendId: number,
  lease: { readonly lease: number; readonly now: Date; readonly until: Date },
  limit: number,
): Promise<readonly ClaimedDelivery[]> {
  const { rows } = await sql<ClaimedDelivery>`
    with due as (
      select delivery_id from channel.delivery
      where send_id = ${sendId} and state = 'planned' and due_at <= ${lease.now}
      order by due_at, delivery_id limit ${limit}
      for update skip locked
    )
    update channel.delivery claimed
    set state = 'claimed', lease = ${lease.lease}, lease_until = ${lease.until}, attempts = attempts + 1,
      secret = coalesce(secret,
        ('x' || right(replace(gen_random_uuid()::text, '-', ''), 16))::bit(64)::bigint & 9223372036854775807)
    from due where claimed.delivery_id = due.delivery_id
    returning claimed.delivery_id as "deliveryId", send_id as "sendId", slot::text, identity_id as "identityId",
      planned_at as "plannedAt", contact_day as day, attempts, secret::text, context`.execute(db);
  return rows;
}
