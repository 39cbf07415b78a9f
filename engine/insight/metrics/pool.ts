import { channelKindNames, channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import { instant, num, oneOf, str } from '../../clickhouse/literal.ts';
import { bucketSql, byPeriodAndBucket, within } from '../period-sql.ts';
import type { InsightScope } from '../scope.ts';
import type { MetricAsk } from './ask.ts';

const knownKinds = Object.values(identifierKinds).flatMap(({ known, code }) =>
  known ? [code] : [],
);

/** Sub-select `(p, since)`: known people of the scope and when their first known identifier appeared. */
export const knownSince = (scope: InsightScope): string =>
  `(SELECT ${scope.person} AS p, min(since) AS since FROM ${scope.identities}
    WHERE ${oneOf('kind', knownKinds, num)} GROUP BY p HAVING p IN ${scope.known})`;

/**
 * `new_people` by period and bucket, and two more periods that the pool is summed from: 3 = before both, 4 = between them.
 */
export function printPool({ scope, periods }: MetricAsk): string {
  const { now, before, unit, zone } = periods;
  const period = `multiIf(${within('since', now)}, 1, ${within('since', before)}, 2, since < ${instant(before.from)}, 3, since < ${instant(now.from)}, 4, 0)`;
  return `SELECT period, bucket, count() AS new_people FROM (
    SELECT ${period} AS period, ${bucketSql('since', unit, zone)} AS bucket FROM ${knownSince(scope)} WHERE period > 0
  ) ${byPeriodAndBucket()}`;
}

/** Sub-select `(channel, p)`: known people with a grant for marketing and an address, once per channel. */
export function reachablePeople(scope: InsightScope, only?: string): string {
  const channels = channelKindNames.filter((channel) => only === undefined || channel === only);
  const parts = channels.map((channel) => {
    const { code } = identifierKinds[channelKinds[channel].address];
    const addressed = `(SELECT ${scope.person} FROM ${scope.identities} WHERE kind = ${num(code)})`;
    return `SELECT ${str(channel)} AS channel, toUInt32(person) AS p FROM ${scope.consent(channel)} WHERE person IN ${addressed} AND person IN ${scope.known}`;
  });
  return parts.length === 0
    ? `(SELECT '' AS channel, toUInt32(0) AS p WHERE false)`
    : `(${parts.join(' UNION ALL ')})`;
}

/** Rows `(channel, people)`; the channel '' stands for any of them. */
export const printReachable = (scope: InsightScope): string =>
  `SELECT channel, uniqExact(p) AS people FROM ${reachablePeople(scope)} GROUP BY GROUPING SETS ((), (channel))`;
