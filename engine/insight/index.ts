export type { MeasureRow, MetricAsk } from './metrics/ask.ts';
export {
  type Counted,
  type CountedMetric,
  countMetrics,
  type MeasureAnswers,
  type MeasureStatement,
  measurePrinters,
} from './metrics/metric-values.ts';
export { printCurrencies } from './metrics/money.ts';
export { peopleOfMetric } from './metrics/people-of-metric.ts';
export { printReachable } from './metrics/pool.ts';
export { wholePeriod } from './period-sql.ts';
export { bucketSpan, type Period, type Periods, periodsOf } from './periods.ts';
export {
  type EventRow,
  peopleOfSeries,
  printSeries,
  type SeriesAsk,
} from './questions/event-question.ts';
export {
  type FunnelAsk,
  type FunnelRow,
  funnelModesOf,
  peopleOfStep,
  printFunnel,
} from './questions/funnel-question.ts';
export type { QuestionSources } from './questions/question-sources.ts';
export type { InsightScope } from './scope.ts';
