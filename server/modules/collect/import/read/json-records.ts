import type { FileFormat } from '@siyu/contract/collect';
import { ImportFault } from './import-fault.ts';
import { openText } from './open-text.ts';

const longestLine = 1024 ** 2;

/** One line of a JSON Lines file: its object, or the text that is none. Empty lines come as null. */
export type JsonRecord = Readonly<Record<string, unknown>> | { readonly unreadable: string } | null;

/** The lines of a JSON Lines file in batches. Throws `ImportFault`. */
export async function* jsonRecords(
  path: string,
  format: FileFormat,
): AsyncGenerator<readonly JsonRecord[]> {
  const text = openText(path, format);
  let rest = '';
  let row = 0;
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      row += lines.length;
      if (lines.length > 0) yield lines.map(recordOf);
      if (rest.length > longestLine) {
        throw new ImportFault(`line ${row + 1} is longer than 1 MiB`, `第 ${row + 1} 行超过 1 MiB`);
      }
    }
    if (rest !== '') yield [recordOf(rest)];
  } finally {
    text.destroy();
  }
}

function recordOf(line: string): JsonRecord {
  const trimmed = line.trim();
  if (trimmed === '') return null;
  try {
    const value: unknown = JSON.parse(trimmed);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : { unreadable: trimmed };
  } catch {
    return { unreadable: trimmed };
  }
}

/** The cell of a column: a key, or a path of keys joined by points. Lists and objects come as JSON, true as `true`. */
export function cellOfObject(record: Readonly<Record<string, unknown>>, column: string): string {
  let value: unknown = record[column];
  if (value === undefined && column.includes('.')) {
    value = column
      .split('.')
      .reduce<unknown>(
        (inner, key) =>
          typeof inner === 'object' && inner !== null
            ? (inner as Record<string, unknown>)[key]
            : undefined,
        record,
      );
  }
  if (value === undefined || value === null) return '';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The columns of an object: its keys, with those of nested objects joined by points. */
export function columnsOfObject(record: Readonly<Record<string, unknown>>, prefix = ''): string[] {
  return Object.entries(record).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? columnsOfObject(value as Record<string, unknown>, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}
