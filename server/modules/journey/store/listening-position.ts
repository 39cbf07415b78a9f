import { type Kysely, sql } from 'kysely';

const listener = 'triggers';

/** Takes a block for this listener; false when it was heard before. Committed with what the block brought about. */
export async function takeBlock(tx: Kysely<unknown>, blockId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into journey.position (listener, block_id) values (${listener}, ${blockId})
    on conflict (listener) do update set block_id = excluded.block_id
    where journey.position.block_id < excluded.block_id`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
