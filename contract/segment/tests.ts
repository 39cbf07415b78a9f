import { type Static, Type } from 'typebox';
import { exact, tagged } from './tagged.ts';
import { AnyWindow, PastWindow } from './windows.ts';

const Text = Type.String({ maxLength: 500 });
const Some = Type.Union([Text, Type.Number(), Type.Boolean()]);
const List = Type.Array(Type.Union([Text, Type.Number()]), { minItems: 1, maxItems: 1_000 });
const Texts = Type.Array(Text, { minItems: 1, maxItems: 1_000 });

const numeric = {
  gt: exact({ op: Type.Literal('gt'), value: Type.Number() }),
  gte: exact({ op: Type.Literal('gte'), value: Type.Number() }),
  lt: exact({ op: Type.Literal('lt'), value: Type.Number() }),
  lte: exact({ op: Type.Literal('lte'), value: Type.Number() }),
  between: exact(
    { op: Type.Literal('between'), from: Type.Number(), to: Type.Number() },
    'Both ends inclusive',
  ),
};

const plain = {
  eq: exact({ op: Type.Literal('eq'), value: Some }),
  ne: exact({ op: Type.Literal('ne'), value: Some }, 'There is a value and it is another one'),
  in: exact({ op: Type.Literal('in'), values: List }),
  not_in: exact(
    { op: Type.Literal('not_in'), values: List },
    'There is a value and it is none of these',
  ),
  contains: exact({ op: Type.Literal('contains'), value: Text }),
  starts: exact({ op: Type.Literal('starts'), value: Text }),
  ...numeric,
  exists: exact({ op: Type.Literal('exists') }, 'There is a value; empty text is none'),
  absent: exact({ op: Type.Literal('absent') }),
};

/** What a property of an event must satisfy. Every test but `absent` is false where there is no value. */
export const PropertyTest = tagged('op', plain);
export type PropertyTest = Static<typeof PropertyTest>;

/** What a trait must satisfy. Every test but `absent` is false where there is no value. */
export const TraitTest = tagged('op', {
  ...plain,
  has_any: exact({ op: Type.Literal('has_any'), values: Texts }, 'List trait: holds one of these'),
  has_all: exact({ op: Type.Literal('has_all'), values: Texts }, 'List trait: holds all of these'),
  has_none: exact({ op: Type.Literal('has_none'), values: Texts }, 'A list that holds none'),
  within: exact(
    { op: Type.Literal('within'), window: AnyWindow },
    'Time trait: lies in the window',
  ),
  not_within: exact({ op: Type.Literal('not_within'), window: AnyWindow }),
  anniversary: exact(
    {
      op: Type.Literal('anniversary'),
      from: Type.Integer({ minimum: -366, maximum: 366, description: 'Days from today, first' }),
      to: Type.Integer({ minimum: -366, maximum: 366, description: 'Days from today, last' }),
    },
    'The month and day (`MM-DD` or `YYYY-MM-DD`) fall in these days; 29 February counts on the 28th in short years',
  ),
});
export type TraitTest = Static<typeof TraitTest>;

/** What the measured number of an event condition must satisfy. No value (average of nothing) satisfies none. */
export const NumberTest = tagged('op', {
  eq: exact({ op: Type.Literal('eq'), value: Type.Number() }),
  ne: exact({ op: Type.Literal('ne'), value: Type.Number() }),
  ...numeric,
});
export type NumberTest = Static<typeof NumberTest>;

/** What the first or last time of an event condition must satisfy. */
export const TimeTest = tagged('op', {
  within: exact({ op: Type.Literal('within'), window: PastWindow }),
  not_within: exact({ op: Type.Literal('not_within'), window: PastWindow }),
});
export type TimeTest = Static<typeof TimeTest>;
