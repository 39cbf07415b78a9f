import type { SendWindow } from '@siyu/engine/channel';
import type { Decision } from './plan-deliveries.ts';
import type { DecisionColumns } from './store/insert-deliveries.ts';

/** Decisions as columns. A column in which nobody has anything stays empty, which the statement reads as its default. */
export function decisionColumns(decisions: readonly Decision[]): DecisionColumns {
  const instants = new Map<SendWindow, string>();
  const instantOf = (window: SendWindow): string => {
    const text = instants.get(window) ?? window.dueAt.toISOString();
    instants.set(window, text);
    return text;
  };
  const hasSlots = decisions.some(({ slot }) => slot !== 0n);
  const hasContexts = decisions.some(({ context }) => context !== undefined);
  return {
    personIds: decisions.map(({ personId }) => personId),
    slots: hasSlots ? decisions.map(({ slot }) => String(slot)) : [],
    identityIds: decisions.map(({ identityId }) => identityId),
    reasons: decisions.map(({ outcome }) => (outcome === 'planned' ? null : outcome)),
    days: decisions.map(({ outcome, window }) => (outcome === 'planned' ? window.day : null)),
    dueAt: decisions.map(({ window }) => instantOf(window)),
    contexts: hasContexts
      ? decisions.map(({ context }) => (context ? JSON.stringify(context) : null))
      : [],
  };
}
