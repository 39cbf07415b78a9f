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

/** UTF-8 cannot hold a lone surrogate: it becomes U+FFFD. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** `str("it's")` → `'it\'s'`. */
export function str(value: string): string {
  return `'${wellFormed(value).replace(/[\\'\n\r\t\0]/g, (found) => escapes[found] ?? found)}'`;
}

/** A finite number or an integer of any size: `num(-1.5)` → `(-1.5)`, `num(2n ** 64n - 1n)` → `18446744073709551615`. */
export function num(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${value} is not a number that SQL can hold`);
  }
  // Zero keeps no sign, and -1 must not follow another minus, which would start a comment.
  return value < 0 ? `(${value})` : String(value);
}

/** Milliseconds since 1970 as DateTime64(3) in UTC. */
export function instant(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString();
  // Years before 1900 or after 2299 do not fit DateTime64; ISO years with a sign are far outside.
  if (text < '1900' || text > '2300' || text.length !== 24) {
    throw new RangeError(`${text} is outside the years 1900 to 2299 that DateTime64 holds`);
  }
  return `toDateTime64('${text.slice(0, 10)} ${text.slice(11, 23)}', 3, 'UTC')`;
}

/** `array(['a', 'b'], str)` → `['a', 'b']`; an empty one is `[]`, whose type the engine takes from where it stands. */
export function array<T>(values: Iterable<T>, literal: (value: T) => string): string {
  return `[${Array.from(values, literal).join(', ')}]`;
}

/** `x IN list`: `oneOf('x', [1, 2], num)` → `x IN (1, 2)`; an empty list, which the engine's parser refuses, is `false`. */
export function oneOf<T>(
  operand: string,
  values: Iterable<T>,
  literal: (value: T) => string,
): string {
  const items = Array.from(new Set(values), literal);
  if (items.length === 0) return 'false';
  return items.length === 1 ? `${operand} = ${items[0]}` : `${operand} IN (${items.join(', ')})`;
}
