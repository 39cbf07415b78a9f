import type { ChannelKind } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

/** A reaction that waits for its event, with what the event tells. */
export interface DueReaction {
  readonly deliveryId: number;
  readonly kind: string;
  readonly link: number;
  readonly at: Date;
  readonly identityId: number | null;
  readonly sendId: number;
  readonly campaignId: number;
  readonly channel: ChannelKind;
  readonly category: string;
  readonly brandId: number;
  readonly templateId: number;
  readonly templateVersion: number;
}

/** Reactions to publish, oldest first; held until the transaction ends, passed over by others meanwhile. */
export async function dueReactions(
  tx: Kysely<unknown>,
  limit: number,
): Promise<readonly DueReaction[]> {
  const { rows } = await sql<DueReaction>`
    with due as (
      select delivery_id, kind, link, at from channel.reaction
      order by delivery_id, kind, link limit ${limit} for update skip locked
    )
    select due.delivery_id as "deliveryId", due.kind, due.link, due.at, identity_id as "identityId", send_id as "sendId",
      campaign_id as "campaignId", send.channel, send.category, brand_id as "brandId",
      template_id as "templateId", template_version as "templateVersion"
    from due join channel.delivery using (delivery_id) join channel.send using (send_id)`.execute(
    tx,
  );
  return rows;
}

/** Takes published reactions away. */
export async function deleteReactions(
  tx: Kysely<unknown>,
  published: readonly DueReaction[],
): Promise<void> {
  await sql`
    delete from channel.reaction using unnest(
      ${published.map(({ deliveryId }) => deliveryId)}::bigint[], ${published.map(({ kind }) => kind)}::text[],
      ${published.map(({ link }) => link)}::smallint[]) as done (delivery_id, kind, link)
    where reaction.delivery_id = done.delivery_id and reaction.kind = done.kind and reaction.link = done.link`.execute(
    tx,
  );
}
