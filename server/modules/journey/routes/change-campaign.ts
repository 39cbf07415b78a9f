import { changeCampaign as route } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { changeCampaign } from '../define-campaign.ts';
import { showCampaign } from '../show-campaign.ts';
import { campaignInScope } from '../store/campaigns.ts';

export const changeCampaignEndpoint = endpoint(
  route,
  async ({ platform, actor, params, body, raw }) => {
    const db = platform.postgres.db<unknown>();
    await changeCampaign(
      platform,
      actor,
      await campaignInScope(db, actor.scope, params.campaign),
      body,
    );
    await recordAudit(platform, null, {
      actor,
      action: 'journey.change_campaign',
      object: params.campaign,
      detail: { name: body.name },
      ip: raw.request.ip,
    });
    return showCampaign(db, actor.scope, params.campaign);
  },
);
