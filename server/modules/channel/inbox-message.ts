import type { InboxMessage } from '@siyu/contract/channel';
import { channelKinds } from '@siyu/contract/content';
import { sql } from 'kysely';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { compileTemplate, templateVersion } from '../content/index.ts';
import { numberOf } from './public-ids.ts';
import { type InboxContent, openInbox } from './read-inbox.ts';
import { showInbox, showMessage } from './show-deliveries.ts';
import { deliveryById } from './store/delivery-page.ts';
import type { DeliveryRow } from './store/delivery-row.ts';
import { inboxRows } from './store/inbox-rows.ts';

export interface OpenedMessage {
  readonly row: DeliveryRow;
  readonly content: InboxContent;
  readonly links: readonly string[];
}

/** A message of the sandbox to somebody in the caller's scope. @throws channel.not_in_inbox */
export async function openMessage(
  platform: Platform,
  actor: Actor,
  delivery: string,
): Promise<OpenedMessage> {
  const db = platform.postgres.db<unknown>();
  const number = numberOf(delivery);
  const row = Number.isNaN(number) ? undefined : await deliveryById(db, actor.scope, number);
  const [content] = row ? await openInbox(platform, await inboxRows(db, [row.deliveryId])) : [];
  if (!row || !content) throw problem('channel.not_in_inbox', { delivery });
  const text = await templateVersion(db, row.templateId, row.templateVersion);
  const { format } = channelKinds[row.channel];
  return { row, content, links: text ? compileTemplate({ ...text, format }).links : [] };
}

/** The message as its page shows it. */
export async function showOpened(
  platform: Platform,
  actor: Actor,
  { row, content, links }: OpenedMessage,
): Promise<InboxMessage> {
  const { rows } = await sql<{ link: number; first_at: Date }>`
    select link, first_at from channel.link_click where delivery_id = ${row.deliveryId}`.execute(
    platform.postgres.db<unknown>(),
  );
  const clicks = new Map(rows.map(({ link, first_at }) => [link, first_at]));
  const [entry] = await showInbox(platform, actor, [row], [content]);
  if (!entry) throw problem('channel.not_in_inbox', { delivery: row.deliveryId });
  return showMessage(entry, content, links, clicks);
}
