import type { MetricDefinition } from './metric.ts';
import { poolMetrics } from './pool-metrics.ts';
import { reachMetrics } from './reach-metrics.ts';
import { tradeMetrics } from './trade-metrics.ts';

/** The metric dictionary: every board reads its numbers by these codes and explains them by these words. */
export const metrics = { ...poolMetrics, ...tradeMetrics, ...reachMetrics };

export type MetricCode = keyof typeof metrics;
export const metricCodes = Object.keys(metrics) as readonly MetricCode[];

/** The dictionary as a list, in the order in which boards show it. */
export const metricDictionary: readonly MetricDefinition[] = metricCodes.map((code) => ({
  code,
  ...metrics[code],
}));
