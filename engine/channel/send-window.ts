import { DateTime, IANAZone } from 'luxon';

export interface QuietHours {
  /** `HH:MM` of the person's zone; may span midnight. Equal ends mean no quiet hours. */
  readonly from: string;
  readonly until: string;
}

/** When a message may leave, and the organisation's day and week in which it then counts. */
export interface SendWindow {
  readonly dueAt: Date;
  /** `2026-11-22` of the organisation's zone. */
  readonly day: string;
  /** Monday and Sunday of that day's week. */
  readonly weekFrom: string;
  readonly weekUntil: string;
}

/**
 * The first moment from `at` on outside the quiet hours of a person's zone. Times that a change of clocks skips or repeats are
 * taken as luxon does: the skipped hour moves forward, the repeated one is its first.
 *
 * @example
 * // 22:30 in Shanghai, quiet 21:00–09:00 → 09:00 of the next day
 * sendWindow(new Date('2026-11-22T14:30Z'), { zone: 'Asia/Shanghai', orgZone: 'Asia/Shanghai', quiet }).day // '2026-11-23'
 */
export function sendWindow(
  at: Date,
  { zone, orgZone, quiet }: { zone: string; orgZone: string; quiet: QuietHours | null },
): SendWindow {
  const dueAt = quiet ? quietEnd(at, zone, quiet) : at;
  const day = DateTime.fromJSDate(dueAt, { zone: orgZone });
  const monday = day.startOf('week');
  return {
    dueAt,
    day: day.toFormat('yyyy-MM-dd'),
    weekFrom: monday.toFormat('yyyy-MM-dd'),
    weekUntil: monday.plus({ days: 6 }).toFormat('yyyy-MM-dd'),
  };
}

function quietEnd(at: Date, zone: string, { from, until }: QuietHours): Date {
  const local = DateTime.fromJSDate(at, { zone });
  const now = local.toFormat('HH:mm');
  const isQuiet = from <= until ? now >= from && now < until : now >= from || now < until;
  if (!isQuiet) return at;
  const [hour, minute] = until.split(':').map(Number) as [number, number];
  const end = local.set({ hour, minute, second: 0, millisecond: 0 });
  return (end > local ? end : end.plus({ days: 1 })).toJSDate();
}

/** Whether a zone is one that IANA names. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone);
}
