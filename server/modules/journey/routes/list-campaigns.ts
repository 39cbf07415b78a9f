import { listCampaigns } from '@siyu/contract/journey';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showSummaries } from '../show-campaign.ts';
import { campaignPage } from '../store/campaigns.ts';

export const listCampaignsEndpoint = endpoint(listCampaigns, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const db = platform.postgres.db<unknown>();
  const after = cursor ? decodeCursor(cursor, 2) : undefined;
  const rows = await campaignPage(db, actor.scope, { ...filter, after, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await showSummaries(db, rows.slice(0, limit)),
    next: last ? encodeCursor([last.changedAt.toISOString(), last.campaignId]) : null,
  };
});
