import type { BucketUnit, EventQuestion, InsightWindow } from '@siyu/contract/insight';
import { type Periods, periodsOf } from '@siyu/engine/insight';
import { columnOf, type Moment } from '@siyu/engine/segment';
import { problem } from '../../../platform/http/index.ts';

const mostBuckets = 400;

/** The periods of a window. @throws insight.window_upside_down insight.too_many_buckets */
export function checkedPeriods(window: InsightWindow, unit: BucketUnit, moment: Moment): Periods {
  if (window.kind === 'between' && window.from > window.to) {
    throw problem('insight.window_upside_down', { from: window.from, to: window.to });
  }
  const periods = periodsOf(window, unit, moment);
  const buckets = periods.now.buckets.length;
  if (buckets > mostBuckets)
    throw problem('insight.too_many_buckets', { buckets, limit: mostBuckets });
  return periods;
}

/** Only numbers can be added up. @throws insight.measure_not_a_number */
export function requireNumbers({ series }: EventQuestion): void {
  for (const { measure } of series) {
    const property = 'property' in measure ? measure.property : undefined;
    if (property && columnOf(property).type !== 'number') {
      throw problem('insight.measure_not_a_number', { property: property.name });
    }
  }
}
