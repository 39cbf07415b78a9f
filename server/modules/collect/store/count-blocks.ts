import { type Kysely, sql } from 'kysely';

/** How many blocks there are. */
export async function countBlocks(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ blocks: number }>`
    select count(*) as blocks from collect.block`.execute(db);
  return Number(rows[0]?.blocks);
}
