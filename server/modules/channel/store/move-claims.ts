import { type Kysely, sql } from 'kysely';

/** Plans claims anew for another moment and day; the attempt does not count. */
export async function moveClaims(
  tx: Kysely<unknown>,
  lease: number,
  moves: readonly { readonly deliveryId: number; readonly dueAt: Date; readonly day: string }[],
): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update channel.delivery
    set state = 'planned', due_at = moved.due_at, contact_day = moved.day, attempts = attempts - 1, lease = null, lease_until = null
    from unnest(
      ${moves.map(({ deliveryId }) => deliveryId)}::bigint[], ${moves.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${moves.map(({ day }) => day)}::date[]
    ) as moved (delivery_id, due_at, day)
    where delivery.delivery_id = moved.delivery_id and lease = ${lease} and state = 'claimed'`.execute(
    tx,
  );
}
