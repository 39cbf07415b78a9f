import type { ChannelKind } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

export interface SendWithWork {
  readonly send_id: number;
  readonly state: 'open' | 'stopped';
  readonly due_at: Date;
}

/** Sends of a channel that have planned messages, service before marketing, then the longest due; paused ones are left out. */
export async function sendsWithWork(
  db: Kysely<unknown>,
  channel: ChannelKind,
): Promise<readonly SendWithWork[]> {
  const { rows } = await sql<SendWithWork>`
    select send.send_id, send.state, next.due_at
    from channel.send
    cross join lateral (
      select due_at from channel.delivery
      where delivery.send_id = send.send_id and delivery.state = 'planned'
      order by due_at limit 1
    ) next
    where send.channel = ${channel} and send.state <> 'paused'
    order by send.category = 'service' desc, next.due_at, send.send_id`.execute(db);
  return rows;
}
