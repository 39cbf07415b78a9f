import { readCampaign } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { showCampaign } from '../show-campaign.ts';

export const readCampaignEndpoint = endpoint(readCampaign, ({ platform, actor, params }) =>
  showCampaign(platform.postgres.db<unknown>(), actor.scope, params.campaign),
);
