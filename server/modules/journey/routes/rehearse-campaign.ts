import { rehearseCampaign } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { showRehearsal, startRehearsal } from '../rehearse.ts';
import { campaignInScope } from '../store/campaigns.ts';

export const rehearseCampaignEndpoint = endpoint(
  rehearseCampaign,
  async ({ platform, actor, params }) => {
    const db = platform.postgres.db<unknown>();
    const campaign = await campaignInScope(db, actor.scope, params.campaign);
    await startRehearsal(platform, campaign);
    return showRehearsal(platform, campaign.campaignId);
  },
);
