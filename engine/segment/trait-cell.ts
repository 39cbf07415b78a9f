/**
 * A trait as ClickHouse holds it. Empty text and no number is no value.
 * Text: as it is. Number: both columns. Boolean: `true`/`false` and 1/0. Time: ISO text and milliseconds since 1970 (a plain
 * date counts at noon UTC, so that it is the same calendar day from UTC−12 to UTC+11). List: JSON of texts and its length.
 */
export interface TraitCell {
  readonly text: string;
  readonly number: number | null;
}

const date = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Encodes a stated trait.
 *
 * @example traitCell(12.5) // { text: '12.5', number: 12.5 }
 * @example traitCell(['a', 'b']) // { text: '["a","b"]', number: 2 }
 */
export function traitCell(value: unknown): TraitCell {
  if (value === null || value === undefined || value === '') return { text: '', number: null };
  if (typeof value === 'number') {
    return Number.isFinite(value)
      ? { text: String(value), number: value }
      : { text: '', number: null };
  }
  if (typeof value === 'boolean') return { text: String(value), number: value ? 1 : 0 };
  if (Array.isArray(value)) {
    return { text: JSON.stringify(value.map((item) => plainText(item))), number: value.length };
  }
  if (typeof value !== 'string') return { text: JSON.stringify(value), number: null };
  const iso = date.test(value) ? `${value}T12:00:00Z` : instant.test(value) ? value : '';
  const time = iso === '' ? Number.NaN : Date.parse(iso);
  return { text: value, number: Number.isNaN(time) ? null : time };
}

const plainText = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));
