import type { EventAnswer, EventQuestion } from '@siyu/contract/insight';
import { type EventRow, type Periods, printSeries, wholePeriod } from '@siyu/engine/insight';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataAsOf } from '../../collect/index.ts';
import { ruleMoment } from '../../profile/index.ts';
import { ask, inPairs } from '../ask.ts';
import { checkedPeriods, requireNumbers } from './check-question.ts';
import { currencyOf } from './currency-of.ts';
import { type GroupName, groupNames } from './group-names.ts';
import { questionSources } from './question-sources.ts';

/** Answers what happened how often, by whom and for how much. */
export async function analyseEvents(
  platform: Platform,
  actor: Actor,
  question: EventQuestion,
): Promise<EventAnswer> {
  const startedAt = performance.now();
  requireNumbers(question);
  const [moment, asOf] = await Promise.all([ruleMoment(platform), dataAsOf(platform)]);
  const periods = checkedPeriods(question.window, question.bucket, moment);
  const sources = await questionSources(platform, actor.scope, question);
  const currency = await currencyOf(platform, actor.scope, sources.scope, question, periods);
  const answers = await inPairs([...question.series.keys()], (series) => {
    const sql = printSeries({ question, series, currency, sources }, periods);
    return ask<EventRow>(platform, 'insight.analyse_events', sql);
  });
  const keys = answers.flatMap((rows) => rows.map(({ grp }) => grp));
  const names = await groupNames(platform, question.breakdown, [...new Set(keys)]);
  return {
    dataAsOf: { at: asOf.at?.toISOString() ?? null, block: asOf.blockId },
    zone: periods.zone,
    currency,
    buckets: [...periods.now.buckets],
    previousBuckets: question.compare ? [...periods.before.buckets] : [],
    groups: answers.flatMap((rows, series) =>
      groupsOf(rows, periods, question.compare ?? false).map((group) => ({
        series,
        ...group,
        name: nameOf(group, names),
      })),
    ),
    milliseconds: Math.round(performance.now() - startedAt),
  };
}

export function nameOf(
  { key, rest }: { readonly key: string; readonly rest: boolean },
  names: ReadonlyMap<string, GroupName>,
): GroupName | null {
  return rest ? null : (names.get(key) ?? null);
}

/** Rows as groups, the largest first and the rest last; a series without any row is one group of zeros. */
function groupsOf(rows: readonly EventRow[], periods: Periods, compare: boolean) {
  const values = new Map(
    rows.map((row) => [`${row.period} ${row.bucket} ${row.rest} ${row.grp}`, row.v ?? 0]),
  );
  const found = new Map(
    rows
      .filter(({ period }) => period === 1)
      .map(({ grp, rest }) => [`${rest} ${grp}`, { grp, rest }]),
  );
  if (found.size === 0) found.set('0 ', { grp: '', rest: 0 });
  const groups = [...found.values()].map(({ grp, rest }) => {
    const at = (period: number, bucket: string) =>
      values.get(`${period} ${bucket} ${rest} ${grp}`) ?? 0;
    const over = (period: number, buckets: readonly string[]) => ({
      total: at(period, wholePeriod),
      values: buckets.map((bucket) => at(period, bucket)),
    });
    return {
      key: grp,
      rest: Number(rest) === 1,
      ...over(1, periods.now.buckets),
      previous: compare ? over(2, periods.before.buckets) : null,
    };
  });
  return groups.sort((a, b) => Number(a.rest) - Number(b.rest) || b.total - a.total);
}
