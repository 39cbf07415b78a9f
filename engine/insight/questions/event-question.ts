import type { AnalysisMeasure, EventQuestion } from '@siyu/contract/insight';
import { num, oneOf, str } from '../../clickhouse/literal.ts';
import { columnOf, type Span } from '../../segment/index.ts';
import { bucketSql, byPeriodAndBucket, inPeriods, periodSql, within } from '../period-sql.ts';
import type { Periods } from '../periods.ts';
import { isKnown, isSomebody, rowsOfPlace } from '../scope.ts';
import { groupSql } from './breakdown-sql.ts';
import { filtersSql, inSegment, type QuestionSources } from './question-sources.ts';

/** A row of the answer to one series; `rest` = 1: all groups beyond the largest. */
export interface EventRow {
  readonly period: number;
  readonly bucket: string;
  readonly grp: string;
  readonly rest: number;
  readonly v: number | null;
}

export const defaultGroups = { events: 8, funnel: 6 } as const;

export interface SeriesAsk {
  readonly question: EventQuestion;
  /** Place in `question.series`. */
  readonly series: number;
  readonly currency: string;
  readonly sources: QuestionSources;
}

/** Prints one series: a value per period, bucket and group. Groups are the largest of the window, the others together. */
export function printSeries(ask: SeriesAsk, periods: Periods): string {
  const { question, series } = ask;
  const measure = question.series[series]?.measure as AnalysisMeasure;
  const time = question.compare ? inPeriods('time', periods) : within('time', periods.now);
  const value = measureSql(measure);
  const rows = `SELECT ${periodSql('time', periods)} AS period, ${bucketSql('time', periods.unit, periods.zone)} AS bucket, ${matching(ask, time)}`;
  const largest = question.breakdown
    ? `(SELECT groupArray(g) FROM (SELECT grp AS g, ${value} AS v FROM (SELECT ${matching(ask, within('time', periods.now))}) GROUP BY g ORDER BY v DESC, g LIMIT ${num(question.groups ?? defaultGroups.events)}))`
    : `['']`;
  return `WITH ${largest} AS largest
  SELECT period, bucket, shown AS grp, rest, ${value} AS v FROM (
    SELECT period, bucket, p, val, NOT has(largest, grp) AS rest, if(rest, '', grp) AS shown FROM (${rows})
  ) ${byPeriodAndBucket('shown', 'rest')}`;
}

/** SELECT of one column `p`: the people behind a point of a series, known and anonymous. */
export function peopleOfSeries(
  ask: SeriesAsk,
  periods: Periods,
  { span, group, rest }: { readonly span: Span; readonly group?: string; readonly rest?: boolean },
): string {
  const value = measureSql(ask.question.series[ask.series]?.measure as AnalysisMeasure);
  const people = `SELECT DISTINCT p FROM (SELECT ${matching(ask, within('time', span))})`;
  if (rest) {
    const limit = num(ask.question.groups ?? defaultGroups.events);
    const all = matching(ask, within('time', periods.now));
    return `${people} WHERE p > 0 AND grp NOT IN (SELECT g FROM (SELECT grp AS g, ${value} AS v FROM (SELECT ${all}) GROUP BY g ORDER BY v DESC, g LIMIT ${limit}))`;
  }
  return `${people} WHERE p > 0${group === undefined ? '' : ` AND grp = ${str(group)}`}`;
}

/** `p, grp, val` of the events that a series counts, from SELECT's list on. */
function matching({ question, series, currency, sources }: SeriesAsk, time: string): string {
  const { scope } = sources;
  const { events, where, measure } = question.series[series] as EventQuestion['series'][number];
  const property = 'property' in measure ? measure.property : undefined;
  const { value, present } = property ? columnOf(property) : { value: '1', present: 'true' };
  const isMoney = property?.in === 'column' && property.name === 'revenue';
  const conditions = [
    oneOf('name', events, str),
    time,
    rowsOfPlace(scope),
    ...filtersSql(question.where, sources),
    ...filtersSql(where, sources),
    ...(isMoney ? [`currency = ${str(currency)}`] : []),
    ...(present === 'true' ? [] : [present]),
    ...(question.segment ? [inSegment(question.segment, scope.person, sources)] : []),
    ...(question.who === 'known' ? [isKnown(scope, scope.person)] : []),
  ];
  // A person outside the scope is nobody here: the act counts where it happened, the person does not.
  const person = `if(${isSomebody(scope, scope.person)}, ${scope.person}, 0)`;
  return `${person} AS p, ${groupSql(question.breakdown, scope.person, sources)} AS grp, ${value} AS val FROM ${scope.events} WHERE ${conditions.join(' AND ')}`;
}

function measureSql(measure: AnalysisMeasure): string {
  switch (measure.of) {
    case 'count':
      return 'count()';
    case 'people':
      return 'uniqExactIf(p, p > 0)';
    case 'sum':
      return 'sum(val)';
    case 'per_person':
      // Only what people did: anonymous orders would raise the average of people who did not make them.
      return 'if(uniqExactIf(p, p > 0) = 0, 0, sumIf(val, p > 0) / uniqExactIf(p, p > 0))';
  }
}
