import { channelKinds } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { addressHashOf } from './address-hash.ts';
import { deliveryIdOf } from './public-ids.ts';
import { publishReactions } from './publish-reactions.ts';
import { deliveryByNumber, type TokenDelivery } from './store/delivery-by-token.ts';
import { insertReactions } from './store/insert-reactions.ts';
import { insertSuppressions } from './store/insert-suppressions.ts';
import { noteClick, noteReaction, type RecipientAct } from './store/note-reaction.ts';

/**
 * Writes down what a recipient did and brings it back as an event. The first of each kind counts, for clicks the first of each
 * link. Who clicks has opened the message, where the channel knows opens. Unsubscribing also suppresses the address.
 */
export async function recordReaction(
  platform: Platform,
  delivery: TokenDelivery,
  act: RecipientAct,
  link = 0,
): Promise<void> {
  const at = platform.clock.now();
  const { deliveryId } = delivery;
  await platform.postgres.transaction<unknown, void>(async (tx) => {
    const kinds: { kind: string; link: number }[] = [];
    const receipts: readonly string[] = channelKinds[delivery.channel].receipts;
    const alsoOpened = act === 'clicked' && receipts.includes('opened');
    if (alsoOpened && (await noteReaction(tx, deliveryId, 'opened', at)))
      kinds.push({ kind: 'opened', link: 0 });
    const isFirst = await noteReaction(tx, deliveryId, act, at);
    if (act === 'clicked' ? await noteClick(tx, deliveryId, link, at) : isFirst)
      kinds.push({ kind: act, link });
    await insertReactions(
      tx,
      kinds.map((kind) => ({ deliveryId, ...kind, at })),
    );
    if (act === 'unsubscribed' && isFirst) await suppress(tx, platform, delivery, at);
  });
  await publishReactions(platform);
}

async function suppress(
  tx: Kysely<unknown>,
  platform: Platform,
  delivery: TokenDelivery,
  at: Date,
): Promise<void> {
  const hash = await addressHashOf(platform, tx, delivery);
  if (!hash) return;
  const note = deliveryIdOf(delivery.deliveryId);
  await insertSuppressions(tx, delivery.channel, [hash], { reason: 'unsubscribed', note, at });
}

/** The same for a delivery that staff hold in hand: what the recipient of a message in the sandbox would do. */
export async function reactAsRecipient(
  platform: Platform,
  { deliveryId }: { readonly deliveryId: number },
  act: RecipientAct,
  link: number,
): Promise<void> {
  const delivery = await deliveryByNumber(platform.postgres.db<unknown>(), deliveryId);
  if (delivery) await recordReaction(platform, delivery, act, link);
}
