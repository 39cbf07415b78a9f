import type { AnyWindow } from '@siyu/contract/segment';
import { DateTime } from 'luxon';
import type { Moment } from './moment.ts';

/** A half-open stretch of time in milliseconds since 1970; an open end is infinite. */
export interface Span {
  readonly from: number;
  readonly before: number;
}

/**
 * The stretch of time that a window means at a moment. Calendar days start at the zone's first instant of that day.
 *
 * @example
 * spanOf({ kind: 'last', days: 1 }, { asOf: Date.parse('2026-03-29T12:00Z'), zone: 'Europe/London' })
 * // from 2026-03-29T00:00Z, before 2026-03-29T23:00Z: that day has 23 hours
 */
export function spanOf(window: AnyWindow, { asOf, zone }: Moment): Span {
  const now = DateTime.fromMillis(asOf, { zone });
  if (!now.isValid) throw new RangeError(`"${zone}" is not a time zone`);
  const day = (offset: number) => startOfDay(now.startOf('day').plus({ days: offset }));
  switch (window.kind) {
    case 'ever':
      return { from: Number.NEGATIVE_INFINITY, before: Number.POSITIVE_INFINITY };
    case 'last':
      return { from: day(1 - window.days), before: day(1) };
    case 'next':
      return { from: day(0), before: day(window.days) };
    case 'last_hours':
      return { from: asOf - window.hours * 3_600_000 + 1, before: asOf + 1 };
    case 'between':
      return {
        from: startOfDay(DateTime.fromISO(window.from, { zone })),
        before: startOfDay(DateTime.fromISO(window.to, { zone }).plus({ days: 1 })),
      };
    case 'this': {
      const start = now.startOf(window.unit);
      return { from: startOfDay(start), before: startOfDay(start.plus({ [window.unit]: 1 })) };
    }
    case 'previous': {
      const end = now.startOf(window.unit);
      return { from: startOfDay(end.minus({ [window.unit]: 1 })), before: startOfDay(end) };
    }
    case 'ago':
      return {
        from: window.most === undefined ? Number.NEGATIVE_INFINITY : day(-window.most),
        before: day(1 - window.least),
      };
  }
}

// Where clocks skip midnight the day starts later: luxon's arithmetic may land on the skipped hour, startOf does not.
const startOfDay = (at: DateTime) => at.startOf('day').toMillis();
