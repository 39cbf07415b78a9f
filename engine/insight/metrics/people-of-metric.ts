import { orderMoneyEvents } from '@siyu/contract/commerce';
import type { MetricCode } from '@siyu/contract/insight';
import { oneOf, str } from '../../clickhouse/literal.ts';
import type { Span } from '../../segment/index.ts';
import { within } from '../period-sql.ts';
import { type InsightScope, isKnown, rowsOfPeople, rowsOfPlace } from '../scope.ts';
import { isAct, isLeaving } from './acts.ts';
import { conversions } from './messages.ts';
import { isPrivate, isRefund } from './money.ts';
import { countedOrders, firstBuyers } from './orders.ts';
import { knownSince, reachablePeople } from './pool.ts';

/**
 * SELECT of one column `p`: the known people whom a metric counted in a span (for a share, those above the line). Null for a
 * metric without people.
 */
export function peopleOfMetric(
  metric: MetricCode,
  scope: InsightScope,
  span: Span,
  channel?: string,
): string | null {
  const when = within('time', span);
  const acted = (condition: string, rows: string) =>
    `SELECT DISTINCT ${scope.person} AS p FROM ${scope.events} WHERE ${condition} AND ${when} AND ${rows} AND ${isKnown(scope)}`;
  const messages = (name: string) => acted(`name = ${str(name)}`, rowsOfPeople(scope));
  const money = oneOf('name', orderMoneyEvents, str);
  const buyers = (having: string) =>
    `SELECT p FROM ${countedOrders(scope, when, 'toDate(time) AS day')} WHERE ${isKnown(scope)} GROUP BY p HAVING ${having}`;
  const since = (condition: string) => `SELECT p FROM ${knownSince(scope)} WHERE ${condition}`;
  switch (metric) {
    case 'pool':
      return since(within('since', { from: Date.UTC(1900, 0, 1), before: span.before }));
    case 'new_people':
    case 'net_new':
      return since(within('since', span));
    case 'left_people':
      return acted(isLeaving, rowsOfPeople(scope));
    case 'reachable':
      return `SELECT DISTINCT p FROM ${reachablePeople(scope, channel)}`;
    case 'active':
      return acted(isAct, rowsOfPeople(scope));
    case 'private_gmv':
    case 'private_share':
      return acted(`${money} AND ${isPrivate}`, rowsOfPlace(scope));
    case 'gmv':
      return acted(money, rowsOfPlace(scope));
    case 'orders':
    case 'average_order':
    case 'buyers':
      return buyers('count() >= 1');
    case 'repurchase_rate':
      return buyers('count() >= 2');
    case 'first_buyers':
      return firstBuyers(scope, span);
    case 'refund_rate':
      return acted(isRefund, rowsOfPlace(scope));
    case 'sent':
    case 'delivered':
    case 'opened':
    case 'clicked':
      return messages(`message_${metric}`);
    case 'unsubscribe_rate':
      return messages('message_unsubscribed');
    case 'campaign_conversion':
      return `SELECT p FROM ${conversions(scope, span)} WHERE level = 2`;
    case 'running_campaigns':
      return null;
  }
}
