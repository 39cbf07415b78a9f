import { orderMoneyEvents } from '@siyu/contract/commerce';
import type { PersonView } from '@siyu/contract/profile';
import { num, str } from '../../../platform/clickhouse/literal.ts';
import type { Platform } from '../../../platform/platform.ts';
import { eventTable } from '../../collect/index.ts';
import { rootNode } from '../../org/index.ts';

/** Orders and money of a person, from the events of its identities (3–6 ms on the table ordered by identity). */
export async function personTotals(
  platform: Platform,
  identityIds: readonly number[],
): Promise<PersonView['totals']> {
  const money = orderMoneyEvents.map(str).join(', ');
  const asked = platform.clickhouse.query<{
    orders: number;
    revenue: number;
    currency: string;
    first: string | null;
    last: string | null;
    events: number;
  }>({
    name: 'profile.person_totals',
    sql: `SELECT
        countIf(name = 'order_placed') AS orders,
        sumIf(ifNull(revenue, 0), name IN (${money})) AS revenue,
        anyLastIf(currency, name = 'order_placed') AS currency,
        if(orders > 0, minIf(time, name = 'order_placed'), NULL) AS first,
        if(orders > 0, maxIf(time, name = 'order_placed'), NULL) AS last,
        count() AS events
      FROM ${eventTable.byIdentity}
      WHERE identity_id IN (${identityIds.map(num).join(', ') || 'NULL'})`,
    lane: 'query',
    timeoutSeconds: 10,
  });
  const [[row], root] = await Promise.all([asked, rootNode(platform.postgres.db())]);
  return {
    orders: row?.orders ?? 0,
    revenue: row?.revenue ?? 0,
    currency: row?.currency || (root?.currency ?? 'CNY'),
    firstOrderAt: row?.first ?? null,
    lastOrderAt: row?.last ?? null,
    events: row?.events ?? 0,
  };
}
