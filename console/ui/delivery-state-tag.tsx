import { type DeliveryState, deliveryStates } from '@siyu/contract/channel';
import { useNameOf } from '../kit/language/index.ts';
import { StateTag, type Tone } from './state-tag.tsx';

const tones: Readonly<Record<DeliveryState, Tone>> = {
  planned: 'wait',
  claimed: 'busy',
  sending: 'busy',
  sent: 'good',
  delivered: 'good',
  failed: 'bad',
  unknown: 'wait',
  skipped: 'quiet',
};

/** Where a delivery stands. */
export function DeliveryStateTag({ state }: { readonly state: DeliveryState }) {
  const nameOf = useNameOf();
  return <StateTag tone={tones[state]}>{nameOf(deliveryStates[state])}</StateTag>;
}
