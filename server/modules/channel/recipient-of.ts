import { decodeToken } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import { deliveryByToken, type TokenDelivery } from './store/delivery-by-token.ts';

/** The delivery that a recipient's link leads to, and the number of the link (0 = the message itself). @throws channel.link_unknown */
export async function recipientOf(
  db: Kysely<unknown>,
  token: string,
): Promise<{ readonly delivery: TokenDelivery; readonly link: number }> {
  const decoded = decodeToken(token);
  const delivery = decoded && (await deliveryByToken(db, decoded));
  if (!delivery) throw problem('channel.link_unknown');
  return { delivery, link: decoded.link };
}
