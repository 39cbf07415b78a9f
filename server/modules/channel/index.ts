import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerChannel } from './registers.ts';

export {
  type GoalEvent,
  type GoalOutcome,
  goalOutcome,
  goalPage,
  goalSpan,
} from './goal-outcome.ts';
export { personRefs } from './person-refs.ts';
export { personZones } from './person-zones.ts';
export { type Addressee, type Decision, decide, planDeliveries } from './plan-deliveries.ts';
export { deliveryIdOf } from './public-ids.ts';
export { publishReactions } from './publish-reactions.ts';
export { sendDue } from './send-due.ts';
export {
  changeSendState,
  openSend,
  type Send,
  type SendOrder,
  type SendState,
  sendsById,
} from './send-order.ts';
export { changeSendPolicy, sendPolicyInForce } from './send-policy.ts';
export type { DeliveryGroup } from './store/delivery-group.ts';
export { type GroupRow, groupPage } from './store/group-page.ts';
export { nextDelivery, openDeliveries } from './store/open-deliveries.ts';
export { countsByCampaign, type SendCounts, sendCounts } from './store/send-counts.ts';
export { wakeChannel } from './wake-channel.ts';

/** How messages leave: channels and providers, the policy's two gates, deliveries, reactions, and the red button. */
export const channel: Module = { name: 'channel', endpoints, register: registerChannel };
