import { sql } from 'kysely';
import type { Postgres } from '../../postgres/index.ts';
import type { LogRecord } from '../log.ts';

/**
 * Facts after an offset, oldest first. Offsets are given here, to committed facts only and under one lock, because a
 * plain sequence read beside concurrent writers loses rows (measured: 2,973 of 14,260).
 */
export async function factsAfter(
  postgres: Postgres,
  after: number,
  limit: number,
): Promise<readonly LogRecord<{ name: string; body: unknown }>[]> {
  return postgres.transaction<unknown, readonly LogRecord<{ name: string; body: unknown }>[]>(
    async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtext('platform.fact'))`.execute(tx);
      await sql`
      with head as (select coalesce(max("offset"), 0) as last from platform.fact),
      fresh as (
        select fact_id, row_number() over (order by fact_id) as place
        from platform.fact where "offset" is null
      )
      update platform.fact set "offset" = head.last + fresh.place
      from head, fresh where fact.fact_id = fresh.fact_id`.execute(tx);
      const { rows } = await sql<{ offset: number; at: Date; name: string; body: unknown }>`
      select "offset", at, name, body from platform.fact
      where "offset" > ${after} order by "offset" limit ${limit}`.execute(tx);
      return rows.map((row) => ({
        offset: row.offset,
        writtenAt: row.at,
        body: { name: row.name, body: row.body },
      }));
    },
  );
}
