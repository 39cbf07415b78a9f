import { listInbox, reactToInboxMessage, readInboxMessage } from '@siyu/contract/channel';
import {
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import { filterOf } from '../delivery-filter.ts';
import { openMessage, showOpened } from '../inbox-message.ts';
import { openInbox } from '../read-inbox.ts';
import { reactAsRecipient } from '../record-reaction.ts';
import { showInbox } from '../show-deliveries.ts';
import { deliveryPage } from '../store/delivery-page.ts';
import { inboxRows } from '../store/inbox-rows.ts';

const list = endpoint(listInbox, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const db = platform.postgres.db<unknown>();
  const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : Number.MAX_SAFE_INTEGER;
  const wanted = { ...(await filterOf(db, actor.scope, filter)), isInbox: true };
  const rows = await deliveryPage(db, actor.scope, wanted, { before, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const sealed = await inboxRows(
    db,
    shown.map(({ deliveryId }) => deliveryId),
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await showInbox(platform, actor, shown, await openInbox(platform, sealed)),
    next: last ? encodeCursor([last.deliveryId]) : null,
  };
});

const read = endpoint(readInboxMessage, async ({ platform, actor, params }) =>
  showOpened(platform, actor, await openMessage(platform, actor, params.delivery)),
);

const react = endpoint(reactToInboxMessage, async ({ platform, actor, params, body }) => {
  const message = await openMessage(platform, actor, params.delivery);
  const link = body.reaction === 'clicked' ? (body.link ?? 1) : 0;
  if (link > message.links.length) throw problem('channel.link_unknown');
  await reactAsRecipient(platform, message.row, body.reaction, link);
  return showOpened(platform, actor, await openMessage(platform, actor, params.delivery));
});

export const inboxEndpoints: readonly Endpoint[] = [list, read, react];
