import { insightRoutes, metricDictionary } from '@siyu/contract/insight';
import { endpoint } from '../../../platform/http/index.ts';

export const listMetricsEndpoint = endpoint(insightRoutes.listMetrics, async () => ({
  metrics: [...metricDictionary],
}));
