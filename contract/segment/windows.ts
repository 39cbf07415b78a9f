import { type Static, Type } from 'typebox';
import { exact, tagged } from './tagged.ts';

const farthest = 36_500;
const localDate = (description: string) =>
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description });

export const calendarUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];
const Unit = Type.Unsafe<CalendarUnit>(Type.Union(calendarUnits.map((unit) => Type.Literal(unit))));

const past = {
  ever: exact({ kind: Type.Literal('ever') }),
  last: exact(
    { kind: Type.Literal('last'), days: Type.Integer({ minimum: 1, maximum: farthest }) },
    'The last N calendar days; today is one of them',
  ),
  last_hours: exact(
    { kind: Type.Literal('last_hours'), hours: Type.Integer({ minimum: 1, maximum: 87_600 }) },
    'The last N hours, rolling',
  ),
  between: exact({
    kind: Type.Literal('between'),
    from: localDate('First day, inclusive'),
    to: localDate('Last day, inclusive'),
  }),
  this: exact(
    { kind: Type.Literal('this'), unit: Unit },
    'The running day, week (from Monday), month, quarter or year',
  ),
  previous: exact(
    { kind: Type.Literal('previous'), unit: Unit },
    'The whole day, week, month, quarter or year before the running one',
  ),
  ago: exact(
    {
      kind: Type.Literal('ago'),
      least: Type.Integer({ minimum: 0, maximum: farthest, description: 'The youngest day' }),
      most: Type.Optional(
        Type.Integer({ minimum: 0, maximum: farthest, description: 'The oldest day, if any' }),
      ),
    },
    'Days counted back from today: `least: 365, most: 372` is a week, about a year ago',
  ),
};

/** A span of time up to this moment. Days are calendar days of the organisation's zone. */
export const PastWindow = tagged('kind', past);
export type PastWindow = Static<typeof PastWindow>;

/** A span of time that may lie ahead: for traits that are times, such as the end of a warranty. */
export const AnyWindow = tagged('kind', {
  ...past,
  next: exact(
    { kind: Type.Literal('next'), days: Type.Integer({ minimum: 1, maximum: farthest }) },
    'The next N calendar days; today is the first of them',
  ),
});
export type AnyWindow = Static<typeof AnyWindow>;
