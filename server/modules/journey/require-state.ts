import { type CampaignState, campaignStates } from '@siyu/contract/journey';
import { problem } from '../../platform/http/index.ts';
import type { CampaignRow } from './store/campaign-row.ts';

/** Throws `journey.wrong_state` unless the campaign is in one of some states. */
export function requireState(campaign: CampaignRow, needed: readonly CampaignState[]): void {
  if (needed.includes(campaign.state)) return;
  throw problem('journey.wrong_state', {
    state: campaignStates[campaign.state],
    needed: {
      zh: needed.map((state) => campaignStates[state].zh).join('、'),
      en: needed.map((state) => campaignStates[state].en).join(', '),
    },
  });
}
