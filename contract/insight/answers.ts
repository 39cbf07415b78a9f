import { type Static, Type } from 'typebox';
import { DataAsOf } from './board.ts';
import { type FunnelMode, funnelModes } from './questions.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const words = Type.Object({ zh: Type.String(), en: Type.String() });

/** A group of a breakdown. `key` is what `insight.list_people` takes; '' is "no value". */
const group = {
  key: Type.String(),
  rest: Type.Boolean({ description: 'All groups that are not shown one by one' }),
  /** The name of a node, source or segment; null where the key speaks for itself. */
  name: orNull(words),
};

export const EventAnswer = Type.Object({
  dataAsOf: DataAsOf,
  zone: Type.String(),
  currency: Type.String(),
  /** First day of each bucket, as local dates, oldest first. */
  buckets: Type.Array(Type.String()),
  previousBuckets: Type.Array(Type.String()),
  groups: Type.Array(
    Type.Object({
      series: Type.Integer(),
      ...group,
      /** Over the whole window: of people it is not the sum of the buckets. */
      total: Type.Number(),
      values: Type.Array(Type.Number()),
      previous: orNull(Type.Object({ total: Type.Number(), values: Type.Array(Type.Number()) })),
    }),
  ),
  milliseconds: Type.Integer(),
});
export type EventAnswer = Static<typeof EventAnswer>;

export const FunnelAnswer = Type.Object({
  dataAsOf: DataAsOf,
  zone: Type.String(),
  modes: Type.Array(Type.Unsafe<FunnelMode>(Type.Enum([...funnelModes]))),
  groups: Type.Array(
    Type.Object({
      ...group,
      all: Type.Boolean({ description: 'Everybody; the first of the list' }),
      /** People who reached each step. */
      reached: Type.Array(Type.Integer()),
    }),
  ),
  milliseconds: Type.Integer(),
});
export type FunnelAnswer = Static<typeof FunnelAnswer>;
