import type { BucketUnit, InsightWindow } from '@siyu/contract/insight';
import { DateTime } from 'luxon';
import { type Moment, type Span, spanOf } from '../segment/index.ts';

/** The window of a board, the stretch of the same length before it, and how both are cut into buckets. */
export interface Periods {
  readonly zone: string;
  readonly unit: BucketUnit;
  readonly now: Period;
  readonly before: Period;
}

/** `buckets`: first local day of each, `2026-01-31`, oldest first. The first one may begin before the period does. */
export interface Period extends Span {
  readonly buckets: readonly string[];
}

/**
 * What a window means at a moment, cut off at that moment: today so far is compared with as much of the day then, not with a
 * whole one.
 */
export function periodsOf(window: InsightWindow, unit: BucketUnit, moment: Moment): Periods {
  const { zone } = moment;
  const span = spanOf(window, moment);
  const now = { from: span.from, before: Math.min(span.before, moment.asOf + 1) };
  const back = lengthOf(window, zone);
  const shifted = (at: number) => DateTime.fromMillis(at, { zone }).minus(back).toMillis();
  const before = { from: shifted(now.from), before: Math.min(shifted(now.before), now.from) };
  return {
    zone,
    unit,
    now: { ...now, buckets: bucketsOf(now, unit, zone) },
    before: { ...before, buckets: bucketsOf(before, unit, zone) },
  };
}

function lengthOf(window: InsightWindow, zone: string): Readonly<Record<string, number>> {
  switch (window.kind) {
    case 'last':
      return { days: window.days };
    case 'between': {
      const day = (text: string) => DateTime.fromISO(text, { zone });
      return { days: Math.round(day(window.to).diff(day(window.from), 'days').days) + 1 };
    }
    default:
      return { [`${window.unit}s`]: 1 };
  }
}

function bucketsOf({ from, before }: Span, unit: BucketUnit, zone: string): readonly string[] {
  const days: string[] = [];
  let at = DateTime.fromMillis(from, { zone }).startOf(unit);
  while (at.toMillis() < before) {
    days.push(at.toISODate() ?? '');
    at = at.plus({ [unit]: 1 }).startOf(unit);
  }
  return days;
}

/** The stretch of one bucket within a period. */
export function bucketSpan(period: Span, day: string, unit: BucketUnit, zone: string): Span {
  const start = DateTime.fromISO(day, { zone }).startOf(unit);
  const end = start.plus({ [unit]: 1 }).startOf(unit);
  return {
    from: Math.max(period.from, start.toMillis()),
    before: Math.min(period.before, end.toMillis()),
  };
}
