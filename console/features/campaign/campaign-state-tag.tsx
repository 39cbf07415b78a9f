import { type CampaignState, campaignStates } from '@siyu/contract/journey';
import { useNameOf } from '../../kit/language/index.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const tones: Readonly<Record<CampaignState, Tone>> = {
  draft: 'wait',
  scheduled: 'wait',
  running: 'busy',
  paused: 'wait',
  done: 'good',
  stopped: 'quiet',
};

/** Where a campaign stands. */
export function CampaignStateTag({ state }: { readonly state: CampaignState }) {
  const nameOf = useNameOf();
  return <StateTag tone={tones[state]}>{nameOf(campaignStates[state])}</StateTag>;
}
