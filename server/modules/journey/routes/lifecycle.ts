import {
  launchCampaign as launchRoute,
  pauseCampaign as pauseRoute,
  resumeCampaign as resumeRoute,
  stopCampaign as stopRoute,
} from '@siyu/contract/journey';
import { type Endpoint, endpoint } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { pauseCampaign, resumeCampaign, stopCampaign } from '../hold-campaign.ts';
import { launchCampaign } from '../launch-campaign.ts';
import { showCampaign } from '../show-campaign.ts';
import { campaignInScope } from '../store/campaigns.ts';

/** The four verbs of a campaign's life: they differ only in what they do to it. */
const verb = (
  route: typeof launchRoute,
  work: (platform: Platform, campaignId: number) => Promise<void>,
): Endpoint =>
  endpoint(route, async ({ platform, actor, params, raw }) => {
    const db = platform.postgres.db<unknown>();
    const { campaignId } = await campaignInScope(db, actor.scope, params.campaign);
    await work(platform, campaignId);
    await recordAudit(platform, null, {
      actor,
      action: route.id,
      object: params.campaign,
      ip: raw.request.ip,
    });
    return showCampaign(db, actor.scope, params.campaign);
  });

export const lifecycleEndpoints: readonly Endpoint[] = [
  verb(launchRoute, launchCampaign),
  verb(pauseRoute as typeof launchRoute, pauseCampaign),
  verb(resumeRoute as typeof launchRoute, resumeCampaign),
  verb(stopRoute as typeof launchRoute, stopCampaign),
];
