import { type Kysely, sql } from 'kysely';

/** What waits in each channel, and what is in a worker's or a provider's hands. */
export async function channelLoads(
  db: Kysely<unknown>,
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly inFlight: number }>> {
  const { rows } = await sql<{ channel: string; waiting: number; inFlight: number }>`
    select send.channel, sum(load.waiting)::bigint as waiting, sum(load.in_flight)::bigint as "inFlight"
    from channel.send
    cross join lateral (
      select count(*) filter (where state = 'planned') as waiting, count(*) filter (where state <> 'planned') as in_flight
      from channel.delivery
      where delivery.send_id = send.send_id and state in ('planned', 'claimed', 'sending')
    ) load
    group by send.channel`.execute(db);
  return new Map(rows.map((row) => [row.channel, row]));
}
