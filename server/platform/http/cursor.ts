import { problem } from './problem.ts';

/** Makes the opaque `next` of a page from the sort key of its last row. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor back; refuses what this server did not write with `platform.cursor_invalid`. */
export function decodeCursor(cursor: string, length: number): readonly (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isKey =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => ['string', 'number'].includes(typeof part));
    if (isKey) return key as (string | number)[];
  } catch {
    // Not JSON: answered like any other foreign cursor.
  }
  throw problem('platform.cursor_invalid', { cursor });
}
