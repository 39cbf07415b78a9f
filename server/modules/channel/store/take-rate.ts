import { type Kysely, sql } from 'kysely';

/**
 * Takes the right to send `count` messages from the channel's rate, for all workers together (generic cell rate algorithm, with a
 * second's worth as its burst).
 * Returns null when granted, else the moment from which to ask again.
 */
export async function takeRate(
  db: Kysely<unknown>,
  kind: string,
  count: number,
  now: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ free_at: Date; granted: boolean }>`
    with taken as (
      update channel.setting
      set free_at = greatest(free_at, ${now}::timestamptz) + ${count}::int * interval '1 second' / rate_per_second
      where kind = ${kind} and free_at <= ${now}::timestamptz + interval '1 second' returning kind
    )
    select free_at, exists (select from taken) as granted from channel.setting where kind = ${kind}`.execute(
    db,
  );
  const [row] = rows;
  return !row || row.granted ? null : row.free_at;
}
