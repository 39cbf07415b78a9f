import type { BucketUnit } from '@siyu/contract/insight';
import { instant, str } from '../clickhouse/literal.ts';
import type { Span } from '../segment/index.ts';
import type { Periods } from './periods.ts';

/** `column` lies in the span. */
export const within = (column: string, { from, before }: Span): string =>
  from < before ? `(${column} >= ${instant(from)} AND ${column} < ${instant(before)})` : 'false';

/** `column` lies in one of the two periods. */
export const inPeriods = (column: string, { now, before }: Periods): string =>
  `(${within(column, now)} OR ${within(column, before)})`;

/** 1 in the window, 2 in the stretch before it, 0 elsewhere. */
export const periodSql = (column: string, { now, before }: Periods): string =>
  `multiIf(${within(column, now)}, 1, ${within(column, before)}, 2, 0)`;

/** First local day of the bucket that a moment falls in. */
export function bucketSql(column: string, unit: BucketUnit, zone: string): string {
  const day = `toDate(${column}, ${str(zone)})`;
  return { day, week: `toMonday(${day})`, month: `toStartOfMonth(${day})` }[unit];
}

/** The bucket under which a row of answers stands for its whole period. */
export const wholePeriod = '1970-01-01';

/** Groups once by period and once by period and bucket, so that one pass gives totals and series. */
export const byPeriodAndBucket = (...keys: readonly string[]): string =>
  `GROUP BY GROUPING SETS ((${['period', ...keys].join(', ')}), (${['period', 'bucket', ...keys].join(', ')}))`;
