import { IANAZone } from 'luxon';

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})$/;
const written =
  /^(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})[日号]?(?:[T\s]+(\d{1,2})(?::|时|點|点)(\d{1,2})(?:(?::|分)(\d{1,2})(?:[.,](\d{1,3})\d*)?)?[秒分]?\s*([ap]m)?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/;
const quarterHour = 900_000;

/**
 * Makes a reader of times as people and machines write them: ISO 8601, `2010/12/1 8:26`, `2026年11月22日`, `20261122`,
 * `12/1/2010 8:26 AM`, seconds or milliseconds since 1970. Times without an offset are wall times of `zone`. The reader
 * gives milliseconds, or null for what is no time — or what may be two dates, as long as `order` is not given.
 *
 * @example createTimeReader('Asia/Shanghai')('2026-11-22 08:00') // 2026-11-22T00:00:00Z
 */
export function createTimeReader(zone: string, order?: DateOrder): (text: string) => number | null {
  const iana = IANAZone.create(zone);
  const offsets = new Map<number, number>();

  /** Wall time to instant. Offsets are looked up once per quarter of an hour: no zone changes at another moment. */
  function instant(wall: number): number {
    const key = Math.floor(wall / quarterHour);
    let offset = offsets.get(key);
    if (offset === undefined) {
      const start = key * quarterHour;
      const guess = start - iana.offset(start) * 60_000;
      offset = iana.offset(guess) * 60_000;
      offsets.set(key, offset);
    }
    return wall - offset;
  }

  return (text) => {
    const trimmed = text.trim();
    const quick = quickWall(trimmed);
    if (quick !== null) return instant(quick);
    if (iso.test(trimmed)) {
      const at = Date.parse(trimmed);
      return Number.isNaN(at) ? null : at;
    }
    if (/^\d{10}$/.test(trimmed)) return Number(trimmed) * 1000;
    if (/^\d{13}$/.test(trimmed)) return Number(trimmed);
    const wall = wallTime(trimmed, order);
    return wall === null ? null : instant(wall);
  };
}

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** `YYYY-MM-DD HH:MM:SS`, by far the commonest form, without a pattern; null for any other. */
function quickWall(text: string): number | null {
  if (
    text.length !== 19 ||
    text[4] !== '-' ||
    text[7] !== '-' ||
    text[13] !== ':' ||
    text[16] !== ':'
  )
    return null;
  if (text[10] !== ' ' && text[10] !== 'T') return null;
  const two = (at: number) => digit(text, at) * 10 + digit(text, at + 1);
  return date(two(0) * 100 + two(2), two(5), two(8), two(11), two(14), two(17), 0);
}

function wallTime(text: string, order: DateOrder | undefined): number | null {
  const tight = compact.exec(text);
  if (tight) {
    const [, y, m, d, h, min, s] = tight.map(Number);
    return date(y ?? 0, m ?? 0, d ?? 0, h || 0, min || 0, s || 0, 0);
  }
  const match = written.exec(text);
  if (!match) return null;
  const [, a = '', b = '', c = '', hour = '0', minute = '0', second = '0', fraction = '0', half] =
    match;
  const day = dayOf(a, b, c, order);
  if (!day) return null;
  let h = Number(hour);
  if (half) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  return date(...day, h, Number(minute), Number(second), Number(fraction.padEnd(3, '0')));
}

function dayOf(
  a: string,
  b: string,
  c: string,
  order: DateOrder | undefined,
): [year: number, month: number, day: number] | null {
  const [first, second, third] = [Number(a), Number(b), Number(c)];
  if (a.length === 4) return c.length <= 2 ? [first, second, third] : null;
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  const year = c.length === 4 ? third : 2000 + third;
  const found = order ?? unambiguous(first, second);
  if (found === 'mdy') return [year, first, second];
  if (found === 'dmy') return [year, second, first];
  return found === 'ymd' && c.length === 2 ? [2000 + first, second, third] : null;
}

function unambiguous(first: number, second: number): DateOrder | null {
  if (first > 12) return 'dmy';
  return second > 12 ? 'mdy' : first === second ? 'dmy' : null;
}

function date(
  y: number,
  m: number,
  d: number,
  h: number,
  min: number,
  s: number,
  ms: number,
): number | null {
  if (!(y >= 1900 && y <= 2200 && h >= 0 && h < 24 && min >= 0 && min < 60 && s >= 0 && s < 60))
    return null;
  const at = Date.UTC(y, m - 1, d, h, min, s, ms);
  const check = new Date(at);
  return check.getUTCMonth() === m - 1 && check.getUTCDate() === d ? at : null;
}
