/**
 * Values as ClickHouse SQL text. Parameters of the client serialise the embedded engine (and travel in the URL of an external
 * one), so the printers write literals; every value that enters SQL passes through here.
 */

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\0': '\\0',
};

/** `str("it's")` → `'it\'s'`. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function str(value: string): string {
  return `'${value.toWellFormed().replace(/[\\'\n\r\t\0]/g, (found) => escapes[found] ?? found)}'`;
}

/** A finite number or an integer of any size: `num(-1.5)` → `-1.5`, `num(2n ** 64n - 1n)` → `18446744073709551615`. */
export function num(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} is not a number that SQL can hold`);
  }
  // Zero keeps no sign, and -1 must not follow another minus, which would start a comment.
  return value < 0 ? `(${value})` : String(value);
}

/** A moment as DateTime64(3) in UTC. */
export function dateTime(value: Date): string {
  const text = isoText(value);
  return `toDateTime64('${text.slice(0, 10)} ${text.slice(11, 23)}', 3, 'UTC')`;
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

/** `array(['a', 'b'], str)` → `['a', 'b']`; an empty one is `[]`, whose type the engine takes from where it stands. */
export function array<T>(values: Iterable<T>, literal: (value: T) => string): string {
  return `[${Array.from(values, literal).join(', ')}]`;
}

/** What stands behind IN: `(1, 2)`. An empty list is refused by the engine's parser, so it becomes one that matches nothing. */
export function list<T>(values: Iterable<T>, literal: (value: T) => string): string {
  const items = Array.from(values, literal);
  return items.length > 0 ? `(${items.join(', ')})` : '(SELECT NULL WHERE false)';
}

/** A table, column or alias. */
export function identifier(name: string): string {
  return `\`${name.toWellFormed().replace(/[\\`\n\r\t\0]/g, (found) => escapes[found] ?? `\\${found}`)}\``;
}

/** Text that LIKE takes literally: `%` and `_` lose their meaning. Still to be wrapped in `str`. */
export function likeText(value: string): string {
  return value.replace(/[\\%_]/g, '\\$&');
}

function isoText(value: Date): string {
  if (Number.isNaN(value.getTime())) throw new RangeError('an invalid date has no literal');
  const text = value.toISOString();
  // Years before 1900 or after 2299 do not fit DateTime64; ISO years with a sign are far outside.
  if (text < '1900' || text > '2300' || text.length !== 24) {
    throw new RangeError(`${text} is outside the years 1900 to 2299 that DateTime64 holds`);
  }
  return text;
}
