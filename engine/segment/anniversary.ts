import { DateTime } from 'luxon';
import type { Moment } from './moment.ts';

/**
 * The months and days (`MM-DD`) from `from` to `to` days from today, both inclusive. Where a short year has no
 * 29 February, its people are met on the 28th.
 *
 * @example anniversaryDays(0, 1, { asOf: Date.parse('2026-02-27T04:00Z'), zone: 'Asia/Shanghai' }) // ['02-27', '02-28', '02-29']
 */
export function anniversaryDays(from: number, to: number, { asOf, zone }: Moment): string[] {
  const today = DateTime.fromMillis(asOf, { zone }).startOf('day');
  const days = new Set<string>();
  for (let offset = from; offset <= to && days.size < 366; offset++) {
    const day = today.plus({ days: offset });
    days.add(day.toFormat('MM-dd'));
    if (day.month === 2 && day.day === 28 && !day.isInLeapYear) days.add('02-29');
  }
  return [...days];
}

/** Texts that name a month and a day: `MM-DD`, or a whole date. */
export const monthDayPattern = '^(\\d{4}-)?\\d{2}-\\d{2}$';
