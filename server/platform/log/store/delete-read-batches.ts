import { type Kysely, sql } from 'kysely';

/**
 * Deletes at most `limit` of the oldest batches that were written before a moment and that every consumer of their topic has
 * read; a topic without consumers keeps everything. Returns how many.
 */
export async function deleteReadBatches(
  db: Kysely<unknown>,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ deleted: number }>`
    with read as (
      select topic, partition, min("offset") as until
      from platform.log_position group by topic, partition
    ), old as (
      select batch.topic, batch.partition, batch."offset"
      from read cross join lateral (
        select topic, partition, "offset" from platform.log_batch
        where topic = read.topic and partition = read.partition and "offset" <= read.until
          and written_at < ${before}
        order by "offset" limit ${limit}
      ) batch
      limit ${limit}
    ), deleted as (
      delete from platform.log_batch using old
      where log_batch.topic = old.topic and log_batch.partition = old.partition
        and log_batch."offset" = old."offset"
      returning 1
    )
    select count(*) as deleted from deleted`.execute(db);
  return Number(rows[0]?.deleted);
}
