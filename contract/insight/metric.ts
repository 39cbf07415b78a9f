import { type Static, Type } from 'typebox';

const words = Type.Object({ zh: Type.String(), en: Type.String() });

/** `money` is minor units of the board's currency, `share` basis points; the others are plain counts. */
export const metricUnits = ['people', 'orders', 'messages', 'campaigns', 'money', 'share'] as const;
export type MetricUnit = (typeof metricUnits)[number];

/** How a number is counted, in words that settle an argument between two departments. */
export const metricDefinition = Type.Object({
  code: Type.String(),
  name: words,
  formula: words,
  grain: Type.Object({
    ...words.properties,
    rows: Type.Enum(['place', 'people'], {
      description:
        'Data scope: `place` counts what happened at the nodes of the subtree; `people` counts people known there, by what they did there or at the levels above',
    }),
  }),
  /** What refunds, cancellations and corrections do to it; null where money plays no part. */
  refunds: Type.Union([words, Type.Null()]),
  unit: Type.Unsafe<MetricUnit>(Type.Enum([...metricUnits])),
  /** Which direction is good news. */
  better: Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Null()]),
  group: Type.Enum(['pool', 'trade', 'reach']),
  owner: words,
  /** Rises when the formula changes, so that two numbers of different versions are never compared unknowingly. */
  version: Type.Integer({ minimum: 1 }),
});
export type MetricDefinition = Static<typeof metricDefinition>;
