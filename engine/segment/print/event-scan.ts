import type { EventLeaf, Measure, PastWindow } from '@siyu/contract/segment';
import { instant, oneOf, str } from '../../clickhouse/literal.ts';
import { holdsForNothing, isPresenceTest } from '../measure.ts';
import type { Moment } from '../moment.ts';
import type { Sources } from '../sources.ts';
import { type Span, spanOf } from '../span.ts';
import { columnOf, compareSql, propertyTestSql } from './column.ts';
import { bitmapsOver, type Scan } from './scan.ts';

export interface NamedEventLeaf {
  readonly key: string;
  readonly alias: string;
  readonly leaf: EventLeaf;
}

// DateTime64 holds 1900 to 2299; nothing happens outside.
const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(2299, 0, 1);

/**
 * One pass over the events of one set of names for all conditions on them. Where every condition only asks whether there is
 * such an event, the rows go straight into bitmaps; otherwise they are grouped by person first.
 */
export function eventScan(
  leaves: readonly NamedEventLeaf[],
  sources: Sources,
  moment: Moment,
): Scan {
  const spans = leaves.map(({ leaf }) => pastSpan(leaf.window, moment));
  const names = oneOf('name', leaves[0]?.leaf.events ?? [], str);
  const oldest = Math.min(...spans.map((span) => span.from));
  const bounds = [names, ...timeSql('time', { from: oldest, before: moment.asOf + 1 })];
  const matches = leaves.map(({ leaf }, index) => {
    const span = spans[index] ?? { from: earliest, before: 0 };
    const inner = {
      from: span.from === oldest ? earliest : span.from,
      before: span.before > moment.asOf ? Number.POSITIVE_INFINITY : span.before,
    };
    const filters = (leaf.where ?? []).map(({ property, test }) =>
      propertyTestSql(property, test, sources),
    );
    return [...timeSql('time', inner), ...filters].join(' AND ') || 'true';
  });
  const person = sources.personOf('identity_id', 'person');
  const only = leaves.length === 1 && matches[0] !== 'true' ? [matches[0] as string] : [];
  const where = [...bounds, ...only].join(' AND ');
  const conditions = only.length === 1 ? ['true'] : matches;
  const bitmaps = leaves.map(({ key, alias, leaf }) => ({
    key,
    alias,
    complement: holdsForNothing(leaf),
  }));
  if (leaves.every(({ leaf }) => isPresenceTest(leaf))) {
    const columns = conditions.map((holds, index) => `(${holds}) AS m${index}`);
    const rows = `(SELECT ${[`${person} AS p`, ...columns].join(', ')} FROM ${sources.events} WHERE ${where})`;
    const states = leaves.map(({ alias }, index) => ({
      alias,
      holds: conditions[index] === 'true' ? 'true' : `m${index}`,
    }));
    return { sql: bitmapsOver(rows, states), bitmaps };
  }
  const measures = leaves.map(
    ({ leaf }, index) => `${measureSql(leaf.measure, conditions[index] ?? 'true')} AS v${index}`,
  );
  const people = `(SELECT ${[`${person} AS p`, ...measures].join(', ')} FROM ${sources.events} WHERE ${where} GROUP BY p)`;
  const states = leaves.map(({ alias, leaf }, index) => {
    const holds = measureTestSql(leaf, `v${index}`, moment);
    return { alias, holds: holdsForNothing(leaf) ? `NOT (${holds})` : holds };
  });
  return { sql: bitmapsOver(people, states), bitmaps };
}

/** Events by name, filters and window, and what is measured over them. */
export type Measured = Pick<EventLeaf, 'events' | 'where' | 'window' | 'measure'>;

/** SQL conditions of the events that count. */
export function matchingEvents(
  { events, where, window }: Omit<Measured, 'measure'>,
  sources: Sources,
  moment: Moment,
): string {
  const filters = (where ?? []).map(({ property, test }) =>
    propertyTestSql(property, test, sources),
  );
  const bounds = timeSql('time', pastSpan(window, moment));
  return [oneOf('name', events, str), ...bounds, ...filters].join(' AND ');
}

/** Sub-select `(p, v)`: each mapped person with a matching event, and the measured value (NULL where there is none). */
export function measureSource(measured: Measured, sources: Sources, moment: Moment): string {
  const person = sources.personOf('identity_id', 'person');
  const value = measureSql(measured.measure, 'true');
  return `(SELECT ${person} AS p, ${value} AS v FROM ${sources.events} WHERE ${matchingEvents(measured, sources, moment)} GROUP BY p HAVING p != 0)`;
}

/** A window of events, which cannot lie in the future. */
function pastSpan(window: PastWindow, moment: Moment): Span {
  const { from, before } = spanOf(window, moment);
  return { from: Math.max(from, earliest), before: Math.min(before, moment.asOf + 1) };
}

function timeSql(column: string, { from, before }: Span): readonly string[] {
  if (before <= earliest || from >= before || from > latest) return ['false'];
  return [
    ...(from > earliest ? [`${column} >= ${instant(from)}`] : []),
    ...(before <= latest ? [`${column} < ${instant(before)}`] : []),
  ];
}

function measureSql(measure: Measure, matches: string): string {
  if (measure.of === 'count') return `countIf(${matches})`;
  if (measure.of === 'first') return `minOrNullIf(time, ${matches})`;
  if (measure.of === 'last') return `maxOrNullIf(time, ${matches})`;
  const { value, present } = columnOf(measure.property);
  const counted = `${matches} AND ${present}`;
  switch (measure.of) {
    case 'sum':
      return `sumIf(${value}, ${counted})`;
    case 'distinct':
      return `uniqExactIf(${value}, ${counted})`;
    default:
      return `${measure.of}OrNullIf(${value}, ${counted})`;
  }
}

function measureTestSql(leaf: EventLeaf, value: string, moment: Moment): string {
  const { test } = leaf;
  if (test.op !== 'within' && test.op !== 'not_within') {
    return `ifNull(${compareSql(value, test)}, false)`;
  }
  const inside = timeSql(value, spanOf(test.window, moment)).join(' AND ') || 'true';
  const holds = test.op === 'within' ? `(${inside})` : `NOT (${inside})`;
  return `(isNotNull(${value}) AND ifNull(${holds}, false))`;
}
