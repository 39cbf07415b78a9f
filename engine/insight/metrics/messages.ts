import { conversionDays } from '@siyu/contract/insight';
import type { Span } from '../../segment/index.ts';
import { bucketSql, byPeriodAndBucket, inPeriods, periodSql, within } from '../period-sql.ts';
import { type InsightScope, isKnown, rowsOfPeople } from '../scope.ts';
import type { MetricAsk } from './ask.ts';

/** Messages by period and bucket, each delivery once: `sent`, `delivered`, `opened`, `clicked`, `failed`; people: `addressees`, `unsubscribers`. */
export function printMessages({ scope, periods }: MetricAsk): string {
  const once = (event: string, alias: string) =>
    `uniqExactIf(delivery, name = 'message_${event}') AS ${alias}`;
  return `SELECT period, bucket, ${once('sent', 'sent')}, ${once('delivered', 'delivered')}, ${once('opened', 'opened')},
    ${once('clicked', 'clicked')}, ${once('failed', 'failed')},
    uniqExactIf(p, name = 'message_sent' AND is_known) AS addressees, uniqExactIf(p, name = 'message_unsubscribed' AND is_known) AS unsubscribers
  FROM (
    SELECT ${periodSql('time', periods)} AS period, ${bucketSql('time', periods.unit, periods.zone)} AS bucket, name,
      text['delivery_id'] AS delivery, ${scope.person} AS p, ${isKnown(scope)} AS is_known
    FROM ${scope.events}
    WHERE name IN ('message_sent', 'message_delivered', 'message_opened', 'message_clicked', 'message_failed', 'message_unsubscribed')
      AND ${inPeriods('time', periods)} AND ${rowsOfPeople(scope)}
  ) ${byPeriodAndBucket()}`;
}

const dayMs = 86_400_000;

/** Sub-select `(p, level)`: 1 = got a campaign message in the span, 2 = and ordered in time after it. */
export function conversions(scope: InsightScope, span: Span): string {
  const reach = conversionDays * dayMs;
  const sent = `name = 'message_sent' AND campaign > 0 AND ${within('time', span)}`;
  return `(SELECT ${scope.person} AS p,
      windowFunnel(${reach})(toUInt64(toUnixTimestamp64Milli(time)), ${sent}, name = 'order_placed' AND revenue > 0) AS level
    FROM ${scope.events}
    WHERE name IN ('message_sent', 'order_placed') AND ${within('time', { from: span.from, before: span.before + reach + 1 })}
      AND ${rowsOfPeople(scope)}
    GROUP BY p HAVING level > 0 AND ${isKnown(scope)})`;
}

/** `reached` and `converted` of each period as a whole. */
export function printConversion({ scope, periods }: MetricAsk): string {
  const of = (period: number, span: Span) =>
    `SELECT ${period} AS period, toDate('1970-01-01') AS bucket, count() AS reached, countIf(level = 2) AS converted FROM ${conversions(scope, span)}`;
  return `${of(1, periods.now)} UNION ALL ${of(2, periods.before)}`;
}
