import type { Module } from '../../platform/http/index.ts';
import { analyseEventsEndpoint } from './routes/analyse-events.ts';
import { analyseFunnelEndpoint } from './routes/analyse-funnel.ts';
import { listMetricsEndpoint } from './routes/list-metrics.ts';
import { peopleEndpoints } from './routes/people.ts';
import { readOverviewEndpoint } from './routes/read-overview.ts';

/** What worked: the metric dictionary's boards, event analysis, funnels, and the people behind every number. */
export const insight: Module = {
  name: 'insight',
  endpoints: [
    listMetricsEndpoint,
    readOverviewEndpoint,
    analyseEventsEndpoint,
    analyseFunnelEndpoint,
    ...peopleEndpoints,
  ],
  register: () => undefined,
};
