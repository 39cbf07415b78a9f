import { type Kysely, sql } from 'kysely';

/** Messages of a send that have not left and still may. */
export async function openDeliveries(db: Kysely<unknown>, sendId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from channel.delivery
    where send_id = ${sendId} and state in ('planned', 'claimed', 'sending')`.execute(db);
  return rows[0]?.n ?? 0;
}
