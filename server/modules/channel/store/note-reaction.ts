import { type Kysely, sql } from 'kysely';

export type RecipientAct = 'opened' | 'clicked' | 'replied' | 'unsubscribed';

const columns = {
  opened: sql`opened_at`,
  clicked: sql`clicked_at`,
  replied: sql`replied_at`,
  unsubscribed: sql`unsubscribed_at`,
} as const;

/**
 * Notes on a delivery that its recipient did something for the first time; true when it was the first. Whoever acts has
 * received the message: a delivery of unknown outcome is settled by it.
 */
export async function noteReaction(
  tx: Kysely<unknown>,
  deliveryId: number,
  act: RecipientAct,
  at: Date,
): Promise<boolean> {
  const column = columns[act];
  const { numAffectedRows } = await sql`
    update channel.delivery
    set ${column} = ${at},
      state = case when state in ('unknown', 'sending', 'sent') then 'delivered' else state end,
      lease = case when state in ('unknown', 'sending', 'sent') then null else lease end,
      lease_until = case when state in ('unknown', 'sending', 'sent') then null else lease_until end,
      sent_at = coalesce(sent_at, ${at}), delivered_at = coalesce(delivered_at, ${at})
    where delivery_id = ${deliveryId} and ${column} is null`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}

/** Notes the first click on one link of a message; true when it was the first. */
export async function noteClick(
  tx: Kysely<unknown>,
  deliveryId: number,
  link: number,
  at: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into channel.link_click (delivery_id, link, first_at) values (${deliveryId}, ${link}, ${at})
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0) > 0;
}
