import type { ChannelKind } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

export interface Stop {
  /** null = everything. */
  readonly channel: ChannelKind | null;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Stops in force, the one for everything first. */
export async function stopsInForce(db: Kysely<unknown>): Promise<readonly Stop[]> {
  const { rows } = await sql<Stop>`
    select channel, at, by, reason from channel.stop where resumed_at is null
    order by channel nulls first`.execute(db);
  return rows;
}

/** Whether a channel stands still. */
export async function isStopped(db: Kysely<unknown>, kind: ChannelKind): Promise<boolean> {
  const stops = await stopsInForce(db);
  return stops.some(({ channel }) => channel === null || channel === kind);
}

/** Presses the button; when it is pressed already, nothing changes. */
export async function stop(db: Kysely<unknown>, press: Stop): Promise<void> {
  await sql`
    insert into channel.stop (channel, at, by, reason)
    values (${press.channel}, ${press.at}, ${press.by}, ${press.reason})
    on conflict (coalesce(channel, '')) where resumed_at is null do nothing`.execute(db);
}

/** Lifts the stop of one channel, or of everything, stops of single channels included. */
export async function resume(
  db: Kysely<unknown>,
  {
    channel,
    at,
    by,
  }: { readonly channel: ChannelKind | null; readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    update channel.stop set resumed_at = ${at}, resumed_by = ${by}
    where resumed_at is null and (${channel}::text is null or channel = ${channel})`.execute(db);
}
