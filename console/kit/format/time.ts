const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Date and time to the minute in a zone; absent zone = the browser's own. */
export function formatTime(at: Date, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);
}

/** Date and time to the second with the zone's name: what the hover over a relative time says. */
export function formatTimeExact(at: Date, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

/** The day alone. */
export function formatDay(at: Date, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  }).format(at);
}

/**
 * How long ago or ahead, in the largest unit that fits; beyond thirty days the date itself.
 *
 * @example
 * formatRelative(new Date('2026-11-22T11:57:00Z'), new Date('2026-11-22T12:00:00Z'), 'zh-CN') // '3分钟前'
 */
export function formatRelative(at: Date, now: Date, locale: string, timeZone?: string): string {
  const difference = at.getTime() - now.getTime();
  const distance = Math.abs(difference);
  if (distance > 30 * day) return formatDay(at, locale, timeZone);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (distance < minute) return relative.format(0, 'second');
  if (distance < hour) return relative.format(Math.trunc(difference / minute), 'minute');
  if (distance < day) return relative.format(Math.trunc(difference / hour), 'hour');
  return relative.format(Math.trunc(difference / day), 'day');
}
