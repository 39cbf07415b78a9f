import type { SendPolicy, SkipReason } from '@siyu/contract/channel';
import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { type Contact, capReached } from './caps.ts';
import type { SendWindow } from './send-window.ts';

/** What is known of a person when somebody wants to send them something. */
export interface PersonFacts {
  /** Not merged away and not erased. */
  readonly exists: boolean;
  readonly hasAddress: boolean;
  readonly suppressed: boolean;
  readonly consent: 'granted' | 'withdrawn' | 'none';
  /** The channel is live (or the sandbox), or the person is on the white list. */
  readonly mayReceive: boolean;
}

export interface SendTerms {
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  /** After this moment the message is worth nothing. */
  readonly validUntil: Date;
}

/** Why a person cannot get this kind of message at all, whenever it were; the first reason that holds. */
export function refusal(facts: PersonFacts, category: MessageCategory): SkipReason | null {
  if (!facts.exists) return 'person_gone';
  if (!facts.hasAddress) return 'missing_address';
  if (facts.suppressed) return 'suppressed';
  if (facts.consent === 'withdrawn') return 'consent_withdrawn';
  if (facts.consent === 'none' && category === 'marketing') return 'no_consent';
  if (!facts.mayReceive) return 'test_mode';
  return null;
}

export interface PlanFacts extends PersonFacts {
  /** A reason that the caller brings, such as a condition that no longer holds. */
  readonly preset: SkipReason | null;
  /** The address already gets this very message. */
  readonly isDuplicate: boolean;
  readonly contacts: readonly Contact[];
  readonly isHeldOut: boolean;
}

/**
 * Gate one: whether a message is planned for a person, or why not. Caps are asked last but one, and the holdout last, so that
 * the holdout group holds exactly those who would have been reached.
 */
export function planDecision(
  facts: PlanFacts,
  terms: SendTerms,
  policy: SendPolicy,
  window: SendWindow,
): SkipReason | 'planned' {
  if (!facts.exists) return 'person_gone';
  if (facts.preset) return facts.preset;
  const refused = refusal(facts, terms.category);
  if (refused) return refused;
  if (facts.isDuplicate) return 'duplicate_address';
  if (window.dueAt > terms.validUntil) return 'quiet_hours';
  if (terms.category === 'marketing') {
    const cap = capReached(policy, terms.channel, window, facts.contacts);
    if (cap) return cap;
  }
  return facts.isHeldOut ? 'holdout' : 'planned';
}

export type ClaimDecision =
  | { readonly act: 'send' }
  | { readonly act: 'skip'; readonly reason: SkipReason }
  /** Leave later, or count on another day: caps are asked again first. */
  | { readonly act: 'move'; readonly window: SendWindow };

/** Gate two, just before a message leaves: everything that may have changed since it was planned. */
export function claimDecision(
  facts: PersonFacts & { readonly plannedDay: string | null },
  terms: SendTerms & { readonly isStopped: boolean },
  now: Date,
  window: SendWindow,
): ClaimDecision {
  if (terms.isStopped) return { act: 'skip', reason: 'stopped' };
  if (now > terms.validUntil) return { act: 'skip', reason: 'expired' };
  const refused = refusal(facts, terms.category);
  if (refused) return { act: 'skip', reason: refused };
  if (window.dueAt > terms.validUntil) return { act: 'skip', reason: 'quiet_hours' };
  if (window.dueAt > now || window.day !== facts.plannedDay) return { act: 'move', window };
  return { act: 'send' };
}
