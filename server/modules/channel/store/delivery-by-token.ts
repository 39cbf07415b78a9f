import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { type Kysely, type RawBuilder, sql } from 'kysely';

/** A delivery as its recipient acts on it. */
export interface TokenDelivery {
  readonly deliveryId: number;
  readonly identityId: number | null;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly brandId: number;
  readonly templateId: number;
  readonly templateVersion: number;
  readonly unsubscribedAt: Date | null;
}

/** The delivery of an id whose secret is known; undefined for a wrong secret or an erased person. */
export function deliveryByToken(
  db: Kysely<unknown>,
  token: { readonly deliveryId: number; readonly secret: bigint },
): Promise<TokenDelivery | undefined> {
  return one(
    db,
    sql`delivery_id = ${token.deliveryId} and secret = ${String(token.secret)}::bigint`,
  );
}

/** The delivery of a number, for staff who may act in the recipient's place. */
export function deliveryByNumber(
  db: Kysely<unknown>,
  deliveryId: number,
): Promise<TokenDelivery | undefined> {
  return one(db, sql`delivery_id = ${deliveryId}`);
}

async function one(
  db: Kysely<unknown>,
  condition: RawBuilder<unknown>,
): Promise<TokenDelivery | undefined> {
  const { rows } = await sql<TokenDelivery>`
    select delivery_id as "deliveryId", identity_id as "identityId", send.channel, category, brand_id as "brandId",
      template_id as "templateId", template_version as "templateVersion", unsubscribed_at as "unsubscribedAt"
    from channel.delivery join channel.send using (send_id)
    where ${condition}`.execute(db);
  return rows[0];
}
