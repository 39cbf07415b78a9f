import type { Message } from '@siyu/contract/collect';
import { channelKinds } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { accept, systemSource } from '../collect/index.ts';
import { compileTemplate, templateVersion } from '../content/index.ts';
import { nodesById } from '../org/index.ts';
import { addressesOf } from '../privacy/index.ts';
import { deliveryIdOf } from './public-ids.ts';
import { type DueReaction, deleteReactions, dueReactions } from './store/due-reactions.ts';
import { peopleOfIdentities } from './store/people-of-identities.ts';

const batch = 1_000;

/**
 * Brings reactions back into the log as events. A row goes only after its event is durable, and the event's messageId is
 * made of the row, so that each counts exactly once. Returns how many went.
 */
export async function publishReactions(platform: Platform): Promise<number> {
  let published = 0;
  for (;;) {
    const went = await platform.postgres.transaction<unknown, number>(async (tx) => {
      const due = await dueReactions(tx, batch);
      if (due.length === 0) return 0;
      const messages = await eventsOf(platform, tx, due);
      if (messages.length > 0) {
        const sourceId = await systemSource(platform);
        await accept(platform, { sourceId, messages });
      }
      await deleteReactions(tx, due);
      return due.length;
    });
    published += went;
    if (went < batch) return published;
  }
}

async function eventsOf(
  platform: Platform,
  tx: Kysely<unknown>,
  due: readonly DueReaction[],
): Promise<readonly Message[]> {
  const identityIds = due.flatMap(({ identityId }) => identityId ?? []);
  const holders = await peopleOfIdentities(tx, identityIds);
  const addresses = new Map<string, ReadonlyMap<number, { readonly value: string }>>();
  for (const channel of new Set(due.map((one) => one.channel))) {
    const { address } = channelKinds[channel];
    if (!addresses.has(address)) {
      addresses.set(address, await addressesOf(platform, [...new Set(holders.values())], address));
    }
  }
  const brands = await nodesById(
    tx,
    due.map(({ brandId }) => brandId),
  );
  const links = await linksOf(tx, due);
  return due.flatMap((one) => {
    const kind = channelKinds[one.channel].address;
    const person = one.identityId === null ? undefined : holders.get(one.identityId);
    const value = person === undefined ? undefined : addresses.get(kind)?.get(person)?.value;
    // Erased in the meantime: there is nobody whom the event could be about.
    if (value === undefined) return [];
    const url = links.get(`${one.templateId} ${one.templateVersion}`)?.[one.link - 1];
    return [eventOf(one, { kind, value }, brands.get(one.brandId)?.code, url)];
  });
}

function eventOf(
  one: DueReaction,
  identifier: Message['identifiers'][number],
  brand: string | undefined,
  url: string | undefined,
): Message {
  const id = deliveryIdOf(one.deliveryId);
  const at = one.at.toISOString();
  const withdrawal = {
    purpose: one.category,
    channel: one.channel,
    state: 'withdrawn' as const,
    at,
    evidence: { delivery: id },
    ...(brand ? { org: brand } : {}),
  };
  return {
    messageId: `${id}-${one.kind}-${one.link}`,
    type: 'track',
    time: at,
    identifiers: [identifier],
    event: `message_${one.kind}`,
    properties: {
      campaign_id: one.campaignId,
      channel: one.channel,
      delivery_id: id,
      ...(url ? { link: url } : {}),
    },
    ...(one.kind === 'unsubscribed' ? { consents: [withdrawal] } : {}),
    ...(brand ? { org: brand } : {}),
  };
}

/** Addresses behind link numbers, by template and version; only for clicks. */
async function linksOf(
  tx: Kysely<unknown>,
  due: readonly DueReaction[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const links = new Map<string, readonly string[]>();
  for (const { link, templateId, templateVersion: version, channel } of due) {
    const key = `${templateId} ${version}`;
    if (link === 0 || links.has(key)) continue;
    const text = await templateVersion(tx, templateId, version);
    const { format } = channelKinds[channel];
    links.set(key, text ? compileTemplate({ ...text, format }).links : []);
  }
  return links;
}
