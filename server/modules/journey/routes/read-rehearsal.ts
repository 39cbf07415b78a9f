import { readRehearsal } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { showRehearsal } from '../rehearse.ts';
import { campaignInScope } from '../store/campaigns.ts';

export const readRehearsalEndpoint = endpoint(
  readRehearsal,
  async ({ platform, actor, params }) => {
    const db = platform.postgres.db<unknown>();
    const { campaignId } = await campaignInScope(db, actor.scope, params.campaign);
    return showRehearsal(platform, campaignId);
  },
);
