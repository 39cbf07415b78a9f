import type { AnyWindow } from '@siyu/contract/segment';
import { DateTime } from 'luxon';
import type { Moment } from './moment.ts';

/** The calendar day of an instant in a zone, as midnight UTC of that date: days are then 24 hours apart. */
export function localDay(milliseconds: number, zone: string): DateTime {
  const local = DateTime.fromMillis(milliseconds, { zone });
  return DateTime.utc(local.year, local.month, local.day);
}

/** Whether an instant lies in a window, found by comparing calendar dates one by one; `spanOf` is the fast way. */
export function isInWindow(instant: number, window: AnyWindow, { asOf, zone }: Moment): boolean {
  const day = localDay(instant, zone);
  const today = localDay(asOf, zone);
  const daysAgo = Math.round(today.diff(day, 'days').days);
  switch (window.kind) {
    case 'ever':
      return true;
    case 'last':
      return daysAgo >= 0 && daysAgo < window.days;
    case 'next':
      return daysAgo <= 0 && -daysAgo < window.days;
    case 'last_hours':
      return instant <= asOf && instant > asOf - window.hours * 3_600_000;
    case 'between': {
      const date = day.toISODate() ?? '';
      return date >= window.from && date <= window.to;
    }
    case 'this':
      return day.hasSame(today, window.unit);
    case 'previous':
      return day.hasSame(today.startOf(window.unit).minus({ [window.unit]: 1 }), window.unit);
    case 'ago':
      return daysAgo >= window.least && (window.most === undefined || daysAgo <= window.most);
  }
}
