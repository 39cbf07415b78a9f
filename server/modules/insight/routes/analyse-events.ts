import { insightRoutes } from '@siyu/contract/insight';
import { endpoint } from '../../../platform/http/index.ts';
import { analyseEvents } from '../questions/analyse-events.ts';

export const analyseEventsEndpoint = endpoint(
  insightRoutes.analyseEvents,
  ({ platform, actor, body }) => analyseEvents(platform, actor, body),
);
