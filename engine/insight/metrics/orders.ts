import { str } from '../../clickhouse/literal.ts';
import { bucketSql, byPeriodAndBucket, inPeriods, periodSql, within } from '../period-sql.ts';
import { type InsightScope, isKnown, rowsOfPlace } from '../scope.ts';
import type { MetricAsk } from './ask.ts';

/** Placing an order, and corrections of it: those of refunds and adjustments carry their own document's number. */
const isOrderRow = `name IN ('order_placed', 'order_corrected') AND text['document'] = ''`;

/**
 * Sub-select of the orders that count: those whose statements of a day add up to more than nothing. An order that was
 * cancelled, corrected to nothing or moved to another buyer or day adds up to nothing where it was.
 */
export const countedOrders = (scope: InsightScope, time: string, keys: string): string =>
  `(SELECT ${scope.person} AS p, source, order_id, currency, ${keys}, min(time) AS at, sum(revenue) AS amount, any(channel) AS on_channel
    FROM ${scope.events} WHERE ${isOrderRow} AND ${time} AND ${rowsOfPlace(scope)}
    GROUP BY ALL HAVING amount > 0)`;

/**
 * Orders by period and bucket: `orders` in any currency, `orders_here` and `ordered` (amount) in the board's, and of known
 * people `buyers` and `repeaters` (two or more orders).
 */
export function printOrders({ scope, periods, currency }: MetricAsk): string {
  const { unit, zone } = periods;
  const keys = `${periodSql('time', periods)} AS period, ${bucketSql('time', unit, zone)} AS bucket`;
  const here = `currency = ${str(currency)}`;
  return `SELECT period, bucket, sum(n) AS orders, sum(n_here) AS orders_here, sum(amount_here) AS ordered,
    countIf(is_known) AS buyers, countIf(is_known AND n >= 2) AS repeaters
  FROM (
    SELECT period, bucket, p, ${isKnown(scope)} AS is_known, count() AS n, countIf(${here}) AS n_here, sumIf(amount, ${here}) AS amount_here
    FROM ${countedOrders(scope, inPeriods('time', periods), keys)} ${byPeriodAndBucket('p')}
  ) GROUP BY period, bucket`;
}

const firstOrders = (scope: InsightScope, before: number) =>
  `(SELECT p, min(at) AS first_at FROM ${countedOrders(scope, within('time', { from: Date.UTC(1900, 0, 1), before }), 'toDate(time) AS day')}
    WHERE ${isKnown(scope)} GROUP BY p)`;

/** `first_buyers` by period and bucket. */
export function printFirstOrders({ scope, periods }: MetricAsk): string {
  return `SELECT period, bucket, count() AS first_buyers FROM (
    SELECT ${periodSql('first_at', periods)} AS period, ${bucketSql('first_at', periods.unit, periods.zone)} AS bucket
    FROM ${firstOrders(scope, periods.now.before)} WHERE period > 0
  ) ${byPeriodAndBucket()}`;
}

/** Known people whose first order lies in the span; one column `p`. */
export const firstBuyers = (scope: InsightScope, span: { from: number; before: number }): string =>
  `SELECT p FROM ${firstOrders(scope, span.before)} WHERE ${within('first_at', span)}`;
