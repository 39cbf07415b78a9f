import { type Kysely, sql } from 'kysely';

/** Messages of a send that have not left and still may. */
export async function openDeliveries(db: Kysely<unknown>, sendId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from channel.delivery
    where send_id = ${sendId} and state in ('planned', 'claimed', 'sending')`.execute(db);
  return rows[0]?.n ?? 0;
}

/** When the next message of a send is due; null when none is planned. */
export async function nextDelivery(db: Kysely<unknown>, sendId: number): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date }>`
    select due_at from channel.delivery where send_id = ${sendId} and state = 'planned'
    order by due_at limit 1`.execute(db);
  return rows[0]?.due_at ?? null;
}
