import {
  listDeliveries,
  readDelivery,
  settleDelivery as settleRoute,
} from '@siyu/contract/channel';
import {
  type Actor,
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { filterOf } from '../delivery-filter.ts';
import { numberOf } from '../public-ids.ts';
import { settleDelivery } from '../settle-delivery.ts';
import { showDeliveries } from '../show-deliveries.ts';
import { deliveryById, deliveryPage } from '../store/delivery-page.ts';
import type { DeliveryRow } from '../store/delivery-row.ts';

const list = endpoint(listDeliveries, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const db = platform.postgres.db<unknown>();
  const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : Number.MAX_SAFE_INTEGER;
  const rows = await deliveryPage(db, actor.scope, await filterOf(db, actor.scope, filter), {
    before,
    limit: limit + 1,
  });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await showDeliveries(platform, actor, rows.slice(0, limit)),
    next: last ? encodeCursor([last.deliveryId]) : null,
  };
});

const read = endpoint(readDelivery, async ({ platform, actor, params }) =>
  show(platform, actor, await deliveryOf(platform, actor, params.delivery)),
);

const settle = endpoint(settleRoute, async ({ platform, actor, params, body, raw }) => {
  await settleDelivery(platform, await deliveryOf(platform, actor, params.delivery), body.as);
  await recordAudit(platform, null, {
    actor,
    action: 'channel.settle_delivery',
    object: params.delivery,
    detail: { as: body.as },
    ip: raw.request.ip,
  });
  return show(platform, actor, await deliveryOf(platform, actor, params.delivery));
});

async function deliveryOf(
  platform: Platform,
  actor: Actor,
  delivery: string,
): Promise<DeliveryRow> {
  const number = numberOf(delivery);
  const row = Number.isNaN(number)
    ? undefined
    : await deliveryById(platform.postgres.db<unknown>(), actor.scope, number);
  if (!row) throw problem('channel.delivery_unknown', { delivery });
  return row;
}

async function show(platform: Platform, actor: Actor, row: DeliveryRow) {
  const [shown] = await showDeliveries(platform, actor, [row]);
  if (!shown) throw problem('channel.delivery_unknown', { delivery: row.deliveryId });
  return shown;
}

export const deliveryEndpoints: readonly Endpoint[] = [list, read, settle];
