import { decodeCursor, encodeCursor } from '../../platform/http/index.ts';

/** Cuts `limit + 1` rows to a page; `key` is the sort key of a row. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  show: (row: Row) => Item,
  key: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(show),
    next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null,
  };
}

/** The key [time, id] in a cursor, for lists that are newest first. */
export function timeKey(cursor: string | undefined): readonly [string, number] | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = decodeCursor(cursor, 2);
  return [String(at), Number(id)];
}

/** The text key in a cursor, for lists by name. */
export const textKey = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : String(decodeCursor(cursor, 1)[0]);
