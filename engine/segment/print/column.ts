import {
  eventColumns,
  type Property,
  type PropertyTest,
  type TraitTest,
} from '@siyu/contract/segment';
import { array, num, oneOf, str } from '../../clickhouse/literal.ts';
import { anniversaryDays, monthDayPattern } from '../anniversary.ts';
import type { Moment } from '../moment.ts';
import type { ReferenceColumn, Sources } from '../sources.ts';
import { spanOf } from '../span.ts';

/** SQL of a property: its value, and whether there is one. */
export interface Column {
  readonly value: string;
  readonly present: string;
  readonly type: 'number' | 'text' | 'reference';
}

/** Where a property of an event stands in a row. */
export function columnOf(property: Property): Column {
  if (property.in === 'text') {
    const value = `text[${str(property.name)}]`;
    return { value, present: `${value} != ''`, type: 'text' };
  }
  if (property.in === 'number') {
    const key = str(property.name);
    return { value: `number[${key}]`, present: `mapContains(number, ${key})`, type: 'number' };
  }
  const { name } = property;
  const type = eventColumns[name];
  if (type === 'number') {
    return { value: `assumeNotNull(${name})`, present: `isNotNull(${name})`, type };
  }
  return { value: name, present: type === 'text' ? `${name} != ''` : `${name} != 0`, type };
}

/** SQL that is 1 where a row's property satisfies the test, else 0; never NULL. */
export function propertyTestSql(property: Property, test: PropertyTest, sources: Sources): string {
  const column = columnOf(property);
  if (column.type !== 'reference') return valueTestSql(column, test);
  const name = property.name as ReferenceColumn;
  const numbers = (values: readonly unknown[]) =>
    values.flatMap((value) => sources.references(name, String(value)));
  return valueTestSql(column, test, numbers);
}

/** SQL of a test on a trait whose latest cell stands in `latest_text` and `latest_number` (NaN for none). */
export function traitTestSql(test: TraitTest, moment: Moment): string {
  const text: Column = { value: 'latest_text', present: `latest_text != ''`, type: 'text' };
  const number: Column = {
    value: 'latest_number',
    present: 'NOT isNaN(latest_number)',
    type: 'number',
  };
  switch (test.op) {
    case 'exists':
      return `(${text.present} OR ${number.present})`;
    case 'absent':
      return `(NOT (${text.present}) AND isNaN(latest_number))`;
    case 'has_any':
      return `hasAny(JSONExtract(latest_text, 'Array(String)'), ${array(test.values, str)})`;
    case 'has_all':
      return `(startsWith(latest_text, '[') AND hasAll(JSONExtract(latest_text, 'Array(String)'), ${array(test.values, str)}))`;
    case 'has_none':
      return `(startsWith(latest_text, '[') AND NOT hasAny(JSONExtract(latest_text, 'Array(String)'), ${array(test.values, str)}))`;
    case 'within':
    case 'not_within': {
      const span = spanOf(test.window, moment);
      const inside = [
        ...(Number.isFinite(span.from) ? [`${number.value} >= ${num(span.from)}`] : []),
        ...(Number.isFinite(span.before) ? [`${number.value} < ${num(span.before)}`] : []),
      ];
      const all = inside.length === 0 ? 'true' : inside.join(' AND ');
      return `(${number.present} AND ${test.op === 'within' ? `(${all})` : `NOT (${all})`})`;
    }
    case 'anniversary': {
      const days = oneOf(
        'substring(latest_text, -5)',
        anniversaryDays(test.from, test.to, moment),
        str,
      );
      return `(match(latest_text, ${str(monthDayPattern)}) AND ${days})`;
    }
    default: {
      const compared = 'values' in test ? test.values[0] : 'value' in test ? test.value : 0;
      return valueTestSql(typeof compared === 'number' ? number : text, test);
    }
  }
}

function valueTestSql(
  { value, present, type }: Column,
  test: PropertyTest,
  references?: (values: readonly unknown[]) => readonly number[],
): string {
  const among = (values: readonly unknown[]) =>
    references !== undefined
      ? oneOf(value, references(values), num)
      : type === 'number'
        ? oneOf(value, values.map(Number), num)
        : oneOf(value, values.map(String), str);
  switch (test.op) {
    case 'exists':
      return `(${present})`;
    case 'absent':
      return `(NOT (${present}))`;
    case 'eq':
      return `(${present} AND ${among([test.value])})`;
    case 'ne':
      return `(${present} AND NOT (${among([test.value])}))`;
    case 'in':
      return `(${present} AND ${among(test.values)})`;
    case 'not_in':
      return `(${present} AND NOT (${among(test.values)}))`;
    case 'contains':
      return `(${present} AND position(${value}, ${str(test.value)}) > 0)`;
    case 'starts':
      return `(${present} AND startsWith(${value}, ${str(test.value)}))`;
    default:
      return `(${present} AND ${compareSql(value, test)})`;
  }
}

/** SQL of a comparison of a number that is there. */
export function compareSql(
  value: string,
  test:
    | { readonly op: 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'; readonly value: number }
    | { readonly op: 'between'; readonly from: number; readonly to: number },
): string {
  if (test.op === 'between') {
    return `${value} >= ${num(test.from)} AND ${value} <= ${num(test.to)}`;
  }
  const sign = { eq: '=', ne: '!=', gt: '>', gte: '>=', lt: '<', lte: '<=' }[test.op];
  return `${value} ${sign} ${num(test.value)}`;
}
