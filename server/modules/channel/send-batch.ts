import { channelKinds } from '@siyu/contract/content';
import { mostAttempts, retrySeconds } from '@siyu/engine/channel';
import type { Platform } from '../../platform/platform.ts';
import { compileTemplate, personValues, templateVersion } from '../content/index.ts';
import { nodesById } from '../org/index.ts';
import type { Cleared } from './claim-gate.ts';
import type { Answer, OutgoingMessage } from './providers/provider.ts';
import { messageAddresses } from './public-address.ts';
import { deliveryIdOf } from './public-ids.ts';
import { renderMessage } from './render-message.ts';
import type { Send } from './send-order.ts';
import type { Settlement } from './store/settle-claims.ts';

/** A message ready to leave, with the claim it stands for. */
export interface Ready extends Cleared {
  readonly message: OutgoingMessage;
}

/** Renders the messages of cleared claims; those that cannot be rendered come back with the reason. */
export async function renderBatch(
  platform: Platform,
  send: Send,
  cleared: readonly Cleared[],
): Promise<{
  readonly ready: readonly Ready[];
  readonly broken: readonly { deliveryId: number; error: string }[];
}> {
  if (cleared.length === 0) return { ready: [], broken: [] };
  const db = platform.postgres.db<unknown>();
  const text = await templateVersion(db, send.templateId, send.templateVersion);
  if (!text) throw new Error(`Template ${send.templateId} has no version ${send.templateVersion}.`);
  const { format } = channelKinds[send.channel];
  const template = compileTemplate({ ...text, format });
  const brand = (await nodesById(db, [send.brandId])).get(send.brandId);
  const people = await personValues(
    platform,
    cleared.map(({ personId }) => personId),
  );
  const ready: Ready[] = [];
  const broken: { deliveryId: number; error: string }[] = [];
  for (const one of cleared) {
    const { deliveryId, secret, context } = one.claim;
    const addresses = messageAddresses(platform.config, { deliveryId, secret: BigInt(secret) });
    try {
      const rendered = renderMessage(
        send,
        template,
        { ...people.get(one.personId), ...context, 'brand.name': brand?.name_zh ?? '' },
        addresses,
      );
      const message: OutgoingMessage = {
        ...rendered,
        key: deliveryIdOf(deliveryId),
        to: one.address.value,
        format,
        unsubscribeUrl: addresses.unsubscribe,
        category: send.category,
      };
      ready.push({ ...one, message });
    } catch (error) {
      broken.push({ deliveryId, error: (error as Error).message.slice(0, 500) });
    }
  }
  return { ready, broken };
}

/** What an answer makes of a claim: `again` becomes the next attempt with growing distance, until there were enough. */
export function settlementOf(
  { channel }: Pick<Send, 'channel'>,
  { claim }: Ready,
  answer: Answer,
  provider: string,
  now: Date,
  dice: number,
): Settlement {
  const base = { deliveryId: claim.deliveryId, provider, ref: null, error: null, dueAt: null };
  switch (answer.outcome) {
    case 'taken': {
      // What a channel cannot measure is not made up by its sandbox either.
      const receipts: readonly string[] = channelKinds[channel].receipts;
      const isDelivered = answer.isDelivered && receipts.includes('delivered');
      return { ...base, state: isDelivered ? 'delivered' : 'sent', ref: answer.ref };
    }
    case 'refused':
      return { ...base, state: 'failed', error: answer.error };
    case 'unclear':
      return { ...base, state: 'unknown', error: answer.error };
    case 'again': {
      if (claim.attempts >= mostAttempts) return { ...base, state: 'failed', error: answer.error };
      const dueAt = new Date(now.getTime() + retrySeconds(claim.attempts, dice) * 1_000);
      return { ...base, state: 'planned', error: answer.error, dueAt };
    }
  }
}
