import { insightRoutes } from '@siyu/contract/insight';
import { endpoint } from '../../../platform/http/index.ts';
import { analyseFunnel } from '../questions/analyse-funnel.ts';

export const analyseFunnelEndpoint = endpoint(
  insightRoutes.analyseFunnel,
  ({ platform, actor, body }) => analyseFunnel(platform, actor, body),
);
