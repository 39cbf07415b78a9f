import { type Static, Type } from 'typebox';
import { Property, PropertyFilter } from '../segment/leaves.ts';
import { exact, tagged } from '../segment/tagged.ts';
import { Bucket, InsightWindow } from './window.ts';

const EventName = Type.String({ minLength: 1, maxLength: 200 });
const SegmentId = Type.String({ pattern: '^seg_[0-9a-z]+$' });
const filters = Type.Optional(Type.Array(PropertyFilter, { maxItems: 20 }));
const currency = Type.Optional(
  Type.String({
    pattern: '^[A-Z]{3}$',
    description: 'Money is summed in this currency only; by default the main one of the data scope',
  }),
);
const who = Type.Optional(Type.Unsafe<'everybody' | 'known'>(Type.Enum(['everybody', 'known'])));

/** What divides an answer: a property of the event, or whether the person is in a segment. */
export const Breakdown = tagged('by', {
  property: exact({ by: Type.Literal('property'), property: Property }),
  segment: exact({ by: Type.Literal('segment'), segment: SegmentId }),
});
export type Breakdown = Static<typeof Breakdown>;

/** How events are measured. `sum` and `per_person` add a number of the event; of `revenue` they give minor units. */
export const AnalysisMeasure = tagged('of', {
  count: exact({ of: Type.Literal('count') }, 'How often'),
  people: exact({ of: Type.Literal('people') }, 'By how many people'),
  sum: exact({ of: Type.Literal('sum'), property: Property }),
  per_person: exact(
    { of: Type.Literal('per_person'), property: Type.Optional(Property) },
    'Average per person: of the property, or of how often',
  ),
});
export type AnalysisMeasure = Static<typeof AnalysisMeasure>;

export const AnalysisSeries = exact({
  events: Type.Array(EventName, {
    minItems: 1,
    maxItems: 10,
    description: 'Any of these events; `order_placed` with `order_refunded` makes a sum net',
  }),
  where: filters,
  measure: AnalysisMeasure,
});
export type AnalysisSeries = Static<typeof AnalysisSeries>;

/** What happened how often, by whom, for how much. */
export const EventQuestion = exact({
  series: Type.Array(AnalysisSeries, { minItems: 1, maxItems: 5 }),
  window: InsightWindow,
  bucket: Bucket,
  where: filters,
  segment: Type.Optional(SegmentId),
  who,
  breakdown: Type.Optional(Breakdown),
  groups: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 50,
      default: 8,
      description: 'Largest groups that are shown one by one; the others are shown together',
    }),
  ),
  compare: Type.Optional(
    Type.Boolean({ description: 'With the stretch of the same length before' }),
  ),
  currency,
});
export type EventQuestion = Static<typeof EventQuestion>;

export const FunnelStep = exact({
  events: Type.Array(EventName, { minItems: 1, maxItems: 10 }),
  where: filters,
});
export type FunnelStep = Static<typeof FunnelStep>;

/**
 * `strict_order`: nothing else that the person did in between. `strict_increase`: each step at a later instant than the one
 * before. `strict_once`: one event takes one step, even where it fits several.
 */
export const funnelModes = ['strict_order', 'strict_increase', 'strict_once'] as const;
export type FunnelMode = (typeof funnelModes)[number];

/** How far people get through steps in their order. The first step lies in the window; the rest within a time after it. */
export const FunnelQuestion = exact({
  steps: Type.Array(FunnelStep, { minItems: 2, maxItems: 8 }),
  window: InsightWindow,
  within: exact({
    amount: Type.Integer({ minimum: 1, maximum: 8_784 }),
    unit: Type.Unsafe<'minute' | 'hour' | 'day'>(Type.Enum(['minute', 'hour', 'day'])),
  }),
  segment: Type.Optional(SegmentId),
  who,
  breakdown: Type.Optional(Breakdown),
  groups: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 6 })),
  modes: Type.Optional(
    Type.Array(Type.Unsafe<FunnelMode>(Type.Enum([...funnelModes])), {
      uniqueItems: true,
      maxItems: 3,
      description: 'By default none; strict_once when two steps have an event in common',
    }),
  ),
});
export type FunnelQuestion = Static<typeof FunnelQuestion>;
