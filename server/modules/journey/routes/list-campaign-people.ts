import { listCampaignPeople } from '@siyu/contract/journey';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { campaignPeople } from '../campaign-people.ts';
import { chosenRuns } from '../chosen-runs.ts';
import { campaignInScope } from '../store/campaigns.ts';

export const listCampaignPeopleEndpoint = endpoint(
  listCampaignPeople,
  async ({ platform, actor, params, query: { cursor, limit = 50, run, group, reason } }) => {
    const db = platform.postgres.db<unknown>();
    const campaign = await campaignInScope(db, actor.scope, params.campaign);
    const runs = await chosenRuns(db, campaign, run);
    const after = cursor ? Number(decodeCursor(cursor, 1)[0]) : 0;
    const page = { group, reason, after, limit };
    const { items, last } = await campaignPeople(platform, actor, campaign, runs, page);
    return { items, next: last === null ? null : encodeCursor([last]) };
  },
);
