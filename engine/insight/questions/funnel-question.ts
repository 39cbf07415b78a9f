import type { FunnelMode, FunnelQuestion } from '@siyu/contract/insight';
import { num, oneOf, str } from '../../clickhouse/literal.ts';
import type { Span } from '../../segment/index.ts';
import { isAct } from '../metrics/acts.ts';
import { within } from '../period-sql.ts';
import { isKnown, isSomebody, rowsOfPlace } from '../scope.ts';
import { groupSql } from './breakdown-sql.ts';
import { defaultGroups } from './event-question.ts';
import { filtersSql, inSegment, type QuestionSources } from './question-sources.ts';

/** A row of the answer: how many people of a group got exactly as far as `level`. `rest` = 1: all groups beyond the largest. */
export interface FunnelRow {
  readonly grp: string;
  readonly rest: number;
  readonly level: number;
  readonly people: number;
}

export interface FunnelAsk {
  readonly question: FunnelQuestion;
  readonly span: Span;
  readonly sources: QuestionSources;
}

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** The modes in force. Where steps share an event, one of them would take two steps at once. */
export function funnelModesOf({ modes, steps }: FunnelQuestion): readonly FunnelMode[] {
  if (modes !== undefined) return modes;
  const names = steps.flatMap((step) => [...new Set(step.events)]);
  return new Set(names).size < names.length ? ['strict_once'] : [];
}

/** Rows of people by group and the step they reached. */
export function printFunnel(ask: FunnelAsk): string {
  const levels = levelsOf(ask);
  const { breakdown } = ask.question;
  if (!breakdown) {
    return `SELECT grp, 0 AS rest, level, count() AS people FROM (${levels}) GROUP BY grp, level`;
  }
  return `WITH ${largestGroups(ask)} AS largest
  SELECT shown AS grp, rest, level, count() AS people FROM (
    SELECT level, NOT has(largest, grp) AS rest, if(rest, '', grp) AS shown FROM (${levels})
  ) GROUP BY shown, rest, level`;
}

/** SELECT of one column `p`: who reached a step, or got no further. */
export function peopleOfStep(
  ask: FunnelAsk,
  of: {
    readonly step: number;
    readonly lost: boolean;
    readonly group?: string;
    readonly rest?: boolean;
  },
): string {
  const conditions = [
    `level ${of.lost ? '=' : '>='} ${num(of.step)}`,
    ...(of.rest
      ? [`NOT has(${largestGroups(ask)}, grp)`]
      : of.group === undefined
        ? []
        : [`grp = ${str(of.group)}`]),
  ];
  return `SELECT p FROM (${levelsOf(ask)}) WHERE ${conditions.join(' AND ')}`;
}

const largestGroups = (ask: FunnelAsk): string =>
  `(SELECT groupArray(g) FROM (SELECT grp AS g, count() AS people FROM (${levelsOf(ask)}) GROUP BY g ORDER BY people DESC, g LIMIT ${num(ask.question.groups ?? defaultGroups.funnel)}))`;

/** Rows `(p, grp, level)` of everybody who took the first step in the window. The group is that of the earliest first step. */
function levelsOf({ question, span, sources }: FunnelAsk): string {
  const { scope } = sources;
  const reach = question.within.amount * unitMs[question.within.unit];
  const conditions = question.steps.map(({ events, where }, index) =>
    [
      oneOf('name', events, str),
      ...filtersSql(where, sources),
      ...(index === 0 ? [within('time', span)] : []),
    ].join(' AND '),
  );
  const names = question.steps.flatMap(({ events }) => events);
  const modes = funnelModesOf(question).map((mode) => `, ${str(mode)}`);
  // In strict order whatever else the person did comes in between; otherwise only the steps' events matter.
  const asked = oneOf('name', names, str);
  const rows = [
    funnelModesOf(question).includes('strict_order') ? `(${asked} OR ${isAct})` : asked,
    within('time', { from: span.from, before: span.before + reach }),
    rowsOfPlace(scope),
    ...(question.segment ? [inSegment(question.segment, scope.person, sources)] : []),
  ];
  const isWho = question.who === 'known' ? isKnown(scope) : isSomebody(scope);
  const bySegment = question.breakdown?.by === 'segment';
  const group = groupSql(question.breakdown, 'p', sources);
  const groupOfPerson = bySegment
    ? `any(${groupSql(question.breakdown, scope.person, sources)})`
    : `argMinIf(${group}, (time, event_id), ${conditions[0]})`;
  // DateTime64 is no argument of windowFunnel: milliseconds as UInt64 keep the order to the millisecond.
  return `SELECT ${scope.person} AS p, ${question.breakdown ? groupOfPerson : `''`} AS grp,
    windowFunnel(${num(reach)}${modes.join('')})(toUInt64(toUnixTimestamp64Milli(time)), ${conditions.join(', ')}) AS level
  FROM ${scope.events} WHERE ${rows.join(' AND ')} GROUP BY p HAVING level > 0 AND ${isWho}`;
}
