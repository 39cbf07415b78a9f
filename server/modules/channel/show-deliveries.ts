import type { Delivery, InboxEntry, InboxMessage } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { roleHolds } from '@siyu/contract/org';
import { excerpt, plainText } from '@siyu/engine/content';
import { mask } from '@siyu/engine/privacy';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { templatesById } from '../content/index.ts';
import { personRefs } from './person-refs.ts';
import { deliveryIdOf } from './public-ids.ts';
import type { InboxContent } from './read-inbox.ts';
import type { DeliveryRow } from './store/delivery-row.ts';

/** Deliveries as lists show them. */
export async function showDeliveries(
  platform: Platform,
  actor: Actor,
  rows: readonly DeliveryRow[],
): Promise<Delivery[]> {
  const people = await personRefs(
    platform,
    actor,
    rows.map(({ personId }) => personId),
  );
  const templates = await templatesById(
    platform.postgres.db<unknown>(),
    rows.map(({ templateId }) => templateId),
  );
  const iso = (moment: Date | null) => moment?.toISOString() ?? null;
  return rows.map((row) => ({
    id: deliveryIdOf(row.deliveryId),
    person: people.get(row.personId) ?? null,
    channel: row.channel,
    category: row.category,
    campaign: { id: row.campaignRef, name: row.title },
    template: templates.get(row.templateId)?.publicId ?? '',
    templateVersion: row.templateVersion,
    provider: row.provider,
    state: row.state,
    reason: row.reason,
    skippedAt: row.gate,
    attempts: row.attempts,
    error: row.error,
    plannedAt: row.plannedAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    sentAt: iso(row.sentAt),
    deliveredAt: iso(row.deliveredAt),
    openedAt: iso(row.openedAt),
    clickedAt: iso(row.clickedAt),
    repliedAt: iso(row.repliedAt),
    failedAt: iso(row.failedAt),
    unsubscribedAt: iso(row.unsubscribedAt),
  }));
}

/** Messages of the sandbox as lists show them, addresses masked, texts only for who may see personal data. */
export async function showInbox(
  platform: Platform,
  actor: Actor,
  rows: readonly DeliveryRow[],
  contents: readonly InboxContent[],
): Promise<InboxEntry[]> {
  const shown = await showDeliveries(platform, actor, rows);
  const hidden = actor.role === null || !roleHolds(actor.role, 'people.reveal');
  const byId = new Map(contents.map((one) => [one.deliveryId, one]));
  return rows.flatMap((row, index): InboxEntry[] => {
    const content = byId.get(row.deliveryId);
    const delivery = shown[index];
    if (!content || !delivery) return [];
    const { address, format } = channelKinds[row.channel];
    const text = format === 'html' ? plainText(content.body) : content.body;
    return [
      {
        id: delivery.id,
        person: delivery.person,
        address: mask(address, content.to),
        channel: row.channel,
        campaign: delivery.campaign,
        subject: hidden ? '' : content.subject,
        excerpt: hidden ? '' : excerpt(text),
        hidden,
        receivedAt: content.receivedAt.toISOString(),
        openedAt: delivery.openedAt,
        clickedAt: delivery.clickedAt,
        unsubscribedAt: delivery.unsubscribedAt,
      },
    ];
  });
}

/** One message of the sandbox with its text and links. */
export function showMessage(
  entry: InboxEntry,
  content: InboxContent,
  links: readonly string[],
  clicks: ReadonlyMap<number, Date>,
): InboxMessage {
  return {
    ...entry,
    format: channelKinds[entry.channel].format,
    body: entry.hidden ? '' : content.body,
    links: links.map((url, index) => ({
      number: index + 1,
      url,
      clickedAt: clicks.get(index + 1)?.toISOString() ?? null,
    })),
  };
}
