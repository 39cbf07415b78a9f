import { createCampaign as route } from '@siyu/contract/journey';
import { endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { createCampaign } from '../define-campaign.ts';
import { showCampaign } from '../show-campaign.ts';

export const createCampaignEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  const id = await createCampaign(platform, actor, body);
  await recordAudit(platform, null, {
    actor,
    action: 'journey.create_campaign',
    object: id,
    detail: { name: body.name },
    ip: raw.request.ip,
  });
  return showCampaign(platform.postgres.db<unknown>(), actor.scope, id);
});
