import type { Periods } from '../periods.ts';
import type { InsightScope } from '../scope.ts';

/** What measures are printed for. */
export interface MetricAsk {
  readonly scope: InsightScope;
  readonly periods: Periods;
  readonly currency: string;
}

/** Measures of one period as a whole (`bucket` = `wholePeriod`) or of one bucket of it. `period`: 1 the window, 2 before it. */
export interface MeasureRow {
  readonly period: number;
  readonly bucket: string;
  readonly [measure: string]: number | string;
}
