import type { CalendarRule } from '@siyu/contract/journey';
import { DateTime } from 'luxon';

/** A rule that names no day within this time never will. */
const horizonDays = 366 * 2;

/**
 * The first moment after `after` that a calendar rule names, in the organisation's zone; null when there is none any more. A time
 * that a change of clocks skips moves forward by the skipped hour.
 *
 * @example
 * nextRun({ every: 'week', weekdays: [1], time: '10:00' }, new Date('2026-11-22T00:00Z'), 'Asia/Shanghai')
 * // Monday 2026-11-23 10:00 in Shanghai
 */
export function nextRun(rule: CalendarRule, after: Date, zone: string): Date | null {
  const [hour, minute] = rule.time.split(':').map(Number) as [number, number];
  let day = DateTime.fromJSDate(after, { zone }).startOf('day');
  for (let step = 0; step <= horizonDays; step++, day = day.plus({ days: 1 })) {
    if (rule.until !== undefined && day.toFormat('yyyy-MM-dd') > rule.until) return null;
    if (!isNamed(rule, day)) continue;
    const moment = day.set({ hour, minute });
    if (moment.toMillis() > after.getTime()) return moment.toJSDate();
  }
  return null;
}

function isNamed(rule: CalendarRule, day: DateTime): boolean {
  switch (rule.every) {
    case 'day':
      return true;
    case 'week':
      return rule.weekdays?.includes(day.weekday) ?? false;
    case 'month':
      return (
        rule.dayOfMonth !== undefined &&
        day.day === Math.min(rule.dayOfMonth, day.daysInMonth ?? 31)
      );
  }
}
