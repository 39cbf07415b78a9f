import { insightRoutes } from '@siyu/contract/insight';
import { endpoint } from '../../../platform/http/index.ts';
import { readOverview } from '../boards/read-overview.ts';

export const readOverviewEndpoint = endpoint(
  insightRoutes.readOverview,
  ({ platform, actor, query }) =>
    readOverview(platform, actor, {
      days: query.days ?? 30,
      ...(query.currency === undefined ? {} : { currency: query.currency }),
    }),
);
