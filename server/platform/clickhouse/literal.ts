import { array, instant, num, str } from '@siyu/engine/clickhouse';

/**
 * Values as ClickHouse SQL text. Parameters of the client serialise the embedded engine (and travel in the URL of an external
 * one), so the printers write literals; every value that enters SQL passes through here or through engine/clickhouse.
 */
export { array, num, str };

/** A moment as DateTime64(3) in UTC. */
export function dateTime(value: Date): string {
  if (Number.isNaN(value.getTime())) throw new RangeError('an invalid date has no literal');
  return instant(value.getTime());
}

/** A calendar day, written as `2026-01-31`. */
export function date(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
    throw new RangeError(`${day} is not a day like 2026-01-31`);
  }
  return `toDate32('${day}')`;
}

export function bool(value: boolean): string {
  return value ? 'true' : 'false';
}

/** What stands behind IN: `(1, 2)`. An empty list is refused by the engine's parser, so it becomes one that matches nothing. */
export function list<T>(values: Iterable<T>, literal: (value: T) => string): string {
  const items = Array.from(values, literal);
  return items.length > 0 ? `(${items.join(', ')})` : '(SELECT NULL WHERE false)';
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

/** A table, column or alias. */
export function identifier(name: string): string {
  return `\`${name.toWellFormed().replace(/[\\`\n\r\t\0]/g, (found) => escapes[found] ?? `\\${found}`)}\``;
}

/** Text that LIKE takes literally: `%` and `_` lose their meaning. Still to be wrapped in `str`. */
export function likeText(value: string): string {
  return value.replace(/[\\%_]/g, '\\$&');
}
