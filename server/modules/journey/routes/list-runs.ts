import { listRuns } from '@siyu/contract/journey';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showRuns } from '../show-campaign.ts';
import { campaignInScope } from '../store/campaigns.ts';
import { runsOf } from '../store/runs.ts';

export const listRunsEndpoint = endpoint(
  listRuns,
  async ({ platform, actor, params, query: { cursor, limit = 50 } }) => {
    const db = platform.postgres.db<unknown>();
    const campaign = await campaignInScope(db, actor.scope, params.campaign);
    const below = cursor ? { below: Number(decodeCursor(cursor, 1)[0]) } : {};
    const rows = await runsOf(db, campaign.campaignId, { ...below, limit: limit + 1 });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: await showRuns(db, campaign, rows.slice(0, limit)),
      next: last ? encodeCursor([last.number]) : null,
    };
  },
);
