import { lifecycleStages, rfmGroups, type TagDefinition } from '@siyu/contract/profile';
import type { PropertyFilter } from '@siyu/contract/segment';
import { instant, num, str } from '../clickhouse/literal.ts';
import {
  columnOf,
  firstAnonymous,
  type Moment,
  matchingEvents,
  measureSource,
  type Sources,
} from '../segment/index.ts';
import type { RfmLimits } from './rfm.ts';

type Kind<K extends TagDefinition['kind']> = Extract<TagDefinition, { kind: K }>;

/** Only events of a node and those below it, when a tag is one brand's. */
function ofOrg(org: string | undefined): readonly PropertyFilter[] {
  return org === undefined
    ? []
    : [{ property: { in: 'column', name: 'org' }, test: { op: 'eq', value: org } }];
}

/** Calendar days of the zone from a moment in SQL to the day of `asOf`. */
const daysSince = (sql: string, { asOf, zone }: Moment) =>
  `dateDiff('day', toDate(${sql}, ${str(zone)}), toDate(${instant(asOf)}, ${str(zone)}))`;

/**
 * SELECT of `person`, `value` for a tag that bands a number. Times (first, last) are banded by whole days before today;
 * for counts and sums, people without an event have 0.
 */
export function statisticalPeople(
  definition: Kind<'statistical'>,
  sources: Sources,
  moment: Moment,
): string {
  const { measure, bands, org } = definition;
  const where = [...(definition.where ?? []), ...ofOrg(org)];
  const measured = measureSource({ ...definition, where }, sources, moment);
  const isTime = measure.of === 'first' || measure.of === 'last';
  const isZeroForNothing = ['count', 'sum', 'distinct'].includes(measure.of);
  const rows = isZeroForNothing
    ? `(SELECT everybody.person AS person, measured.v AS v FROM ${sources.people} AS everybody LEFT JOIN ${measured} AS measured ON measured.p = everybody.person)`
    : `(SELECT p AS person, assumeNotNull(${isTime ? daysSince('assumeNotNull(v)', moment) : 'v'}) AS v FROM ${measured} WHERE isNotNull(v))`;
  const branches = bands.map(({ value, from, below }) => {
    const ends = [
      ...(from === undefined ? [] : [`v >= ${num(from)}`]),
      ...(below === undefined ? [] : [`v < ${num(below)}`]),
    ];
    return `${ends.join(' AND ') || 'true'}, ${str(value)}`;
  });
  return `SELECT toUInt32(person) AS person, multiIf(${branches.join(', ')}, '') AS value FROM ${rows}`;
}

/** SELECT of `person`, `value` for the commonest, first or last value of a property; of equals the alphabetically last. */
export function favouritePeople(
  definition: Kind<'favourite'>,
  sources: Sources,
  moment: Moment,
): string {
  const { property, pick, org } = definition;
  const { value, present } = columnOf(property);
  const person = sources.personOf('identity_id', 'person');
  const matches = matchingEvents({ ...definition, where: [...ofOrg(org)] }, sources, moment);
  const rows = `(SELECT ${person} AS p, toString(${value}) AS s, time FROM ${sources.events} WHERE ${matches} AND ${present})`;
  const counted = `(SELECT p, s, count() AS n FROM ${rows} GROUP BY p, s)`;
  const [from, chosen] = {
    commonest: [counted, 'argMax(s, (n, s))'],
    first: [rows, 'argMin(s, (time, s))'],
    last: [rows, 'argMax(s, (time, s))'],
  }[pick] as [string, string];
  return `SELECT toUInt32(p) AS person, ${chosen} AS value FROM ${from} WHERE p != 0 GROUP BY p`;
}

/** Everything that moves the money of orders: their sum is net sales. */
const moneyEvents = ['order_placed', 'order_refunded', 'order_adjusted', 'order_corrected'];

/** Sub-select `(p, days, orders, money)` of people with an order in the window; money in minor units, net of refunds. */
export function rfmSource(definition: Kind<'rfm'>, sources: Sources, moment: Moment): string {
  const person = sources.personOf('identity_id', 'person');
  const where = [...ofOrg(definition.org)];
  const matches = matchingEvents({ ...definition, events: moneyEvents, where }, sources, moment);
  return `(SELECT ${person} AS p, ${daysSince("maxIf(time, name = 'order_placed')", moment)} AS days, countIf(name = 'order_placed') AS orders, sum(ifNull(revenue, 0)) AS money FROM ${sources.events} WHERE ${matches} GROUP BY p HAVING p != 0 AND orders > 0)`;
}

/** SELECT of one row: `days`, `orders`, `money`, each the four limits between fifths of the people. */
export function rfmFifths(source: string): string {
  const fifths = (column: string) => `quantilesExact(0.2, 0.4, 0.6, 0.8)(${column}) AS ${column}`;
  return `SELECT ${['days', 'orders', 'money'].map(fifths).join(', ')} FROM ${source}`;
}

/** SELECT of `person`, `value`: four rows a person, the group and the three scores. */
export function rfmPeople(source: string, limits: RfmLimits, highFrom: number): string {
  const above = (column: string, list: readonly number[]) =>
    list.map((limit) => `(${column} > ${num(limit)})`).join(' + ');
  const r = `(5 - (${above('days', limits.days)}))`;
  const f = `(1 + ${above('orders', limits.orders)})`;
  const m = `(1 + ${above('money', limits.money)})`;
  const group = rfmGroups.map(({ value, high }) => {
    const holds = (['R', 'F', 'M'] as const).map(
      (letter) => `${letter.toLowerCase()} ${high.includes(letter) ? '>=' : '<'} ${highFrom}`,
    );
    return `${holds.join(' AND ')}, ${str(value)}`;
  });
  const scored = `(SELECT p, ${r} AS r, ${f} AS f, ${m} AS m FROM ${source})`;
  const values = `[multiIf(${group.join(', ')}, ''), concat('R', toString(r)), concat('F', toString(f)), concat('M', toString(m))]`;
  return `SELECT toUInt32(p) AS person, arrayJoin(${values}) AS value FROM ${scored}`;
}

/**
 * SELECT of `person`, `value`: the life-cycle stage of known people. Without an order, days count from when the person
 * became known.
 */
export function lifecyclePeople(
  definition: Kind<'lifecycle'>,
  sources: Sources,
  moment: Moment,
): string {
  const person = sources.personOf('identity_id', 'person');
  const window = { kind: 'ever' } as const;
  const where = [...ofOrg(definition.org)];
  const matches = matchingEvents({ events: ['order_placed'], where, window }, sources, moment);
  const orders = `(SELECT ${person} AS p, count() AS n, max(time) AS last FROM ${sources.events} WHERE ${matches} GROUP BY p)`;
  const since = `(SELECT ${person} AS p, min(since) AS met FROM ${sources.identities} GROUP BY p HAVING p != 0 AND p < ${firstAnonymous})`;
  const [introduction, growth, maturity, dormancy, loss] = lifecycleStages.map(({ value }) =>
    str(value),
  );
  const stage = `multiIf(days >= ${num(definition.lostDays)}, ${loss}, days >= ${num(definition.dormantDays)}, ${dormancy}, n >= ${num(definition.matureOrders)}, ${maturity}, n >= ${num(definition.growthOrders)}, ${growth}, ${introduction})`;
  const rows = `(SELECT known.p AS p, bought.n AS n, ${daysSince('if(bought.n > 0, bought.last, known.met)', moment)} AS days FROM ${since} AS known LEFT JOIN ${orders} AS bought ON bought.p = known.p)`;
  return `SELECT toUInt32(p) AS person, ${stage} AS value FROM ${rows} WHERE p IN (SELECT person FROM ${sources.people})`;
}
