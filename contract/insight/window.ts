import { type Static, Type } from 'typebox';
import { exact, tagged } from '../segment/tagged.ts';

const localDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const unit = Type.Unsafe<'week' | 'month' | 'quarter' | 'year'>(
  Type.Enum(['week', 'month', 'quarter', 'year']),
);

/** A stretch of calendar days of the organisation's zone that a board or question looks at; it ends now at the latest. */
export const InsightWindow = tagged('kind', {
  last: exact(
    { kind: Type.Literal('last'), days: Type.Integer({ minimum: 1, maximum: 1_100 }) },
    'The last N days; today is one of them',
  ),
  between: exact(
    { kind: Type.Literal('between'), from: localDate, to: localDate },
    'First and last day, both inclusive',
  ),
  this: exact({ kind: Type.Literal('this'), unit }),
  previous: exact({ kind: Type.Literal('previous'), unit }),
});
export type InsightWindow = Static<typeof InsightWindow>;

/** Lengths that a series is cut into; weeks begin on Monday. */
export const bucketUnits = ['day', 'week', 'month'] as const;
export type BucketUnit = (typeof bucketUnits)[number];
export const Bucket = Type.Unsafe<BucketUnit>(Type.Enum([...bucketUnits]));
