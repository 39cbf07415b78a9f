import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

/** One thing to say to many people: what a campaign's run asks the channel to send. */
export interface SendOrder {
  readonly campaignId: number;
  /** Public id and name of the campaign, for lists of deliveries. */
  readonly campaignRef: string;
  readonly title: string;
  readonly orgId: number;
  /** The brand whose consent is asked. */
  readonly brandId: number;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly templateId: number;
  readonly templateVersion: number;
  readonly validHours: number;
}

export type SendState = 'open' | 'paused' | 'stopped';
export interface Send extends SendOrder {
  readonly sendId: number;
  readonly state: SendState;
}

/** Opens a send; nobody gets anything before people are planned into it. */
export async function openSend(tx: Kysely<unknown>, order: SendOrder, at: Date): Promise<number> {
  const { rows } = await sql<{ send_id: number }>`
    insert into channel.send (campaign_id, campaign_ref, title, org_id, brand_id, channel, category,
      template_id, template_version, valid_hours, state, created_at)
    values (${order.campaignId}, ${order.campaignRef}, ${order.title}, ${order.orgId}, ${order.brandId}, ${order.channel},
      ${order.category}, ${order.templateId}, ${order.templateVersion}, ${order.validHours}, 'open', ${at})
    returning send_id`.execute(tx);
  return (rows[0] as { send_id: number }).send_id;
}

/** Sends by id; unknown ones are absent. */
export async function sendsById(
  db: Kysely<unknown>,
  sendIds: readonly number[],
): Promise<ReadonlyMap<number, Send>> {
  const { rows } = await sql<Send>`
    select send_id as "sendId", campaign_id as "campaignId", campaign_ref as "campaignRef", title, org_id as "orgId",
      brand_id as "brandId", channel, category, template_id as "templateId", template_version as "templateVersion",
      valid_hours as "validHours", state
    from channel.send where send_id = any(${[...sendIds]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.sendId, row]));
}

/**
 * Opens, pauses or stops sends; a stopped one never opens again. Paused messages wait, those of a stopped one become
 * skipped the next time its channel sends.
 */
export async function changeSendState(
  tx: Kysely<unknown>,
  sendIds: readonly number[],
  state: SendState,
): Promise<void> {
  await sql`
    update channel.send set state = ${state}
    where send_id = any(${[...sendIds]}::int[]) and state <> 'stopped'`.execute(tx);
}
