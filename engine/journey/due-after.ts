import type { Wait } from '@siyu/contract/journey';
import { DateTime } from 'luxon';

/**
 * When a wait that began with an event is over. Days are calendar days of the zone, so that "in 365 days" comes at the same time of
 * day; `hour` is the first time the clock shows it after so many whole days.
 */
export function dueAfter(wait: Wait, event: Date, zone: string): Date {
  switch (wait.kind) {
    case 'none':
      return event;
    case 'minutes':
      return new Date(event.getTime() + wait.minutes * 60_000);
    case 'days':
      return DateTime.fromJSDate(event, { zone }).plus({ days: wait.days }).toJSDate();
    case 'hour': {
      const from = DateTime.fromJSDate(event, { zone }).plus({ days: wait.days });
      const [hour, minute] = wait.at.split(':').map(Number) as [number, number];
      const moment = from.set({ hour, minute, second: 0, millisecond: 0 });
      return (moment >= from ? moment : moment.plus({ days: 1 })).toJSDate();
    }
  }
}
