import { orderMoneyEvents } from '@siyu/contract/commerce';
import { privateChannels, publicChannels } from '@siyu/contract/insight';
import { oneOf, str } from '../../clickhouse/literal.ts';
import { bucketSql, byPeriodAndBucket, inPeriods, periodSql } from '../period-sql.ts';
import { rowsOfPlace } from '../scope.ts';
import type { MetricAsk } from './ask.ts';

const belongs = (channels: object) =>
  `match(channel, ${str(`^(${Object.keys(channels).join('|')})(_|$)`)})`;

/** The channel is the brand's own. */
export const isPrivate = belongs(privateChannels);
const isPublic = belongs(publicChannels);

/** A refund, or a correction of one: those of orders carry no document of their own. */
export const isRefund = `(name = 'order_refunded' OR (name = 'order_corrected' AND text['document'] != ''))`;

/** Net money by period and bucket: `gmv`, `private_gmv`, `unclassified_gmv`, `refunded` (positive). */
export function printMoney({ scope, periods, currency }: MetricAsk): string {
  return `SELECT period, bucket, sum(revenue) AS gmv, sumIf(revenue, is_private) AS private_gmv,
    sumIf(revenue, NOT is_private AND NOT is_public) AS unclassified_gmv, -sumIf(revenue, is_refund) AS refunded
  FROM (
    SELECT ${periodSql('time', periods)} AS period, ${bucketSql('time', periods.unit, periods.zone)} AS bucket, revenue,
      ${isPrivate} AS is_private, ${isPublic} AS is_public, ${isRefund} AS is_refund
    FROM ${scope.events}
    WHERE ${oneOf('name', orderMoneyEvents, str)} AND ${inPeriods('time', periods)} AND currency = ${str(currency)}
      AND ${rowsOfPlace(scope)}
  ) ${byPeriodAndBucket()}`;
}

/** Currencies in which something was sold in the periods, the one with most orders first. */
export function printCurrencies({ scope, periods }: Omit<MetricAsk, 'currency'>): string {
  return `SELECT currency, count() AS documents FROM ${scope.events}
  WHERE ${oneOf('name', orderMoneyEvents, str)} AND ${inPeriods('time', periods)} AND currency != '' AND ${rowsOfPlace(scope)}
  GROUP BY currency ORDER BY documents DESC, currency`;
}
