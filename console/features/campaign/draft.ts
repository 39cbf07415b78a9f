import type { CampaignDefinition, EventEntry, SegmentEntry } from '@siyu/contract/journey';

/** A definition that is still being filled in. Both kinds of entry are kept, so that switching loses nothing. */
export interface Draft {
  readonly name: string;
  readonly kind: 'segment' | 'event';
  readonly segment: Omit<SegmentEntry, 'segment'> & { readonly segment?: string };
  readonly event: Omit<EventEntry, 'event'> & { readonly event?: string };
  readonly template?: string;
  readonly holdoutBasisPoints: number;
  readonly goal: CampaignDefinition['goal'] | null;
  readonly validHours: number;
}

/** What a new campaign starts with: now, one tenth held out, an order within seven days is the goal. */
export const newDraft = (segment?: string): Draft => ({
  name: '',
  kind: 'segment',
  segment: { kind: 'segment', timing: { kind: 'now' }, ...(segment ? { segment } : {}) },
  event: {
    kind: 'event',
    where: [],
    wait: { kind: 'none' },
    reentry: { kind: 'after', days: 30 },
  },
  holdoutBasisPoints: 1_000,
  goal: { event: 'order_placed', windowDays: 7 },
  validHours: 24,
});

/** A stored definition as a draft. */
export function draftOf(definition: CampaignDefinition): Draft {
  const blank = newDraft();
  const { entry } = definition;
  return {
    ...blank,
    name: definition.name,
    kind: entry.kind,
    template: definition.template,
    holdoutBasisPoints: definition.holdoutBasisPoints,
    goal: definition.goal ?? null,
    validHours: definition.validHours ?? blank.validHours,
    ...(entry.kind === 'segment' ? { segment: entry } : { event: entry }),
  };
}

/** Another campaign after the pattern of one; a time that was set for the first is not set for the second. */
export function copyOf(definition: CampaignDefinition): Draft {
  const draft = draftOf(definition);
  const { timing } = draft.segment;
  return timing.kind === 'at'
    ? { ...draft, segment: { ...draft.segment, timing: { kind: 'now' } } }
    : draft;
}

/** The definition that a draft makes; null while something is missing. */
export function definitionOf(draft: Draft): CampaignDefinition | null {
  const { name, template, holdoutBasisPoints, goal, validHours } = draft;
  const entry = entryOf(draft);
  if (name.trim() === '' || template === undefined || entry === null) return null;
  return { name: name.trim(), template, entry, holdoutBasisPoints, goal: goal ?? null, validHours };
}

/** Whether it is clear who gets the message and when they enter. */
export function entryOf({ kind, segment, event }: Draft): SegmentEntry | EventEntry | null {
  if (kind === 'segment') {
    return segment.segment === undefined ? null : { ...segment, segment: segment.segment };
  }
  return event.event === undefined ? null : { ...event, event: event.event };
}
