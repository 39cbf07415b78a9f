import { type Kysely, sql } from 'kysely';

/**
 * Deletes at most `limit` of the oldest facts that were stated before a moment and that every consumer has read. The newest
 * fact with an offset stays, because the next offset is counted from it. Returns how many.
 */
export async function deleteReadFacts(
  db: Kysely<unknown>,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ deleted: number }>`
    with old as (
      select fact_id from platform.fact
      where at < ${before}
        and "offset" <= (select min("offset") from platform.log_position where topic = 'facts')
        and "offset" < (select max("offset") from platform.fact)
      order by "offset" limit ${limit}
    ), deleted as (
      delete from platform.fact using old where fact.fact_id = old.fact_id returning 1
    )
    select count(*) as deleted from deleted`.execute(db);
  return Number(rows[0]?.deleted);
}
