import { type Kysely, sql } from 'kysely';

/** The log offset up to which messages have been resolved into blocks. */
export async function resolvedOffset(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ last_offset: number }>`
    select last_offset from collect.block order by block_id desc limit 1`.execute(db);
  return rows[0]?.last_offset ?? 0;
}

/** The log offset up to which everything stands in both engines. */
export async function insertedOffset(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ last_offset: number }>`
    select last_offset from collect.block
    where block_id < coalesce((select min(block_id) from collect.block where inserted_at is null), 9223372036854775807)
    order by block_id desc limit 1`.execute(db);
  return rows[0]?.last_offset ?? 0;
}
