export { mostAttempts, retrySeconds } from './backoff.ts';
export { type Contact, capReached } from './caps.ts';
export {
  type ClaimDecision,
  claimDecision,
  type PersonFacts,
  type PlanFacts,
  planDecision,
  refusal,
  type SendTerms,
} from './decide.ts';
export { decodeToken, encodeToken, type MessageToken, mostLinks } from './message-token.ts';
export { personShard, personShards, shardsOf } from './person-shard.ts';
export { isZone, type QuietHours, type SendWindow, sendWindow } from './send-window.ts';
