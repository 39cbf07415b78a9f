import { type Kysely, sql } from 'kysely';

/** Gives claims back as if they had not been made: the stop button was pressed, or the send paused. */
export async function releaseClaims(
  db: Kysely<unknown>,
  lease: number,
  deliveryIds: readonly number[],
): Promise<void> {
  await sql`
    update channel.delivery set state = 'planned', attempts = attempts - 1, lease = null, lease_until = null
    where lease = ${lease} and state = 'claimed' and delivery_id = any(${deliveryIds}::bigint[])`.execute(
    db,
  );
}
