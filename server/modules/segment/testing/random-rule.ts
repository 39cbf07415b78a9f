import type {
  AnyWindow,
  EventLeaf,
  Leaf,
  Measure,
  NumberTest,
  PastWindow,
  Property,
  PropertyFilter,
  PropertyTest,
  Rule,
  TraitTest,
} from '@siyu/contract/segment';
import { propertyType, ruleFaults } from '@siyu/contract/segment';
import fc from 'fast-check';
import {
  channels,
  eventNames,
  keys,
  numbers,
  orgCode,
  orgIds,
  purposes,
  segments,
  tags,
  tagValues,
  texts,
  traitNames,
} from './pools.ts';

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[]) => fc.array(pick(values), { minLength: 1, maxLength: 3 });
const days = fc.constantFrom(1, 2, 7, 30, 365);
const date = fc.constantFrom('2025-12-31', '2026-02-28', '2026-03-29', '2026-10-25', '2027-01-01');
const unit = pick(['day', 'week', 'month', 'quarter', 'year'] as const);

const window: fc.Arbitrary<PastWindow> = fc.oneof(
  fc.constant({ kind: 'ever' as const }),
  fc.record({ kind: fc.constant('last' as const), days }),
  fc.record({ kind: fc.constant('last_hours' as const), hours: fc.constantFrom(1, 24, 720) }),
  fc
    .tuple(date, date)
    .map((pair) => pair.sort())
    .map(([from, to]) => ({ kind: 'between' as const, from, to })),
  fc.record({ kind: fc.constant('this' as const), unit }),
  fc.record({ kind: fc.constant('previous' as const), unit }),
  fc.constantFrom(
    { kind: 'ago' as const, least: 0 },
    { kind: 'ago' as const, least: 1, most: 1 },
    { kind: 'ago' as const, least: 30, most: 400 },
  ),
);
const anyWindow: fc.Arbitrary<AnyWindow> = fc.oneof(
  window,
  fc.record({ kind: fc.constant('next' as const), days }),
);

const compare: fc.Arbitrary<NumberTest> = fc.oneof(
  fc.record({
    op: pick(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const),
    value: pick(numbers),
  }) as fc.Arbitrary<NumberTest>,
  fc
    .tuple(pick(numbers), pick(numbers))
    .map(([a, b]) => ({ op: 'between' as const, from: Math.min(a, b), to: Math.max(a, b) })),
);
const presence = fc.constantFrom({ op: 'exists' as const }, { op: 'absent' as const });
const among = (value: fc.Arbitrary<string | number>): fc.Arbitrary<PropertyTest> =>
  fc.oneof(
    fc.record({ op: pick(['eq', 'ne'] as const), value }) as fc.Arbitrary<PropertyTest>,
    fc.record({
      op: pick(['in', 'not_in'] as const),
      values: fc.array(value, { minLength: 1, maxLength: 3 }),
    }) as fc.Arbitrary<PropertyTest>,
  );
const textTest: fc.Arbitrary<PropertyTest> = fc.oneof(
  presence,
  among(pick(texts)),
  fc.record({
    op: pick(['contains', 'starts'] as const),
    value: pick(texts),
  }) as fc.Arbitrary<PropertyTest>,
);
const numberTest: fc.Arbitrary<PropertyTest> = fc.oneof(presence, among(pick(numbers)), compare);

const traitTest: fc.Arbitrary<TraitTest> = fc.oneof(
  textTest,
  numberTest,
  fc.record({ op: pick(['eq', 'ne'] as const), value: fc.boolean() }) as fc.Arbitrary<TraitTest>,
  fc.record({
    op: pick(['has_any', 'has_all', 'has_none'] as const),
    values: some(texts),
  }) as fc.Arbitrary<TraitTest>,
  fc.record({
    op: pick(['within', 'not_within'] as const),
    window: anyWindow,
  }) as fc.Arbitrary<TraitTest>,
  fc.record({
    op: fc.constant('anniversary' as const),
    from: fc.constantFrom(-7, 0),
    to: fc.constantFrom(0, 7, 366),
  }),
);

const property: fc.Arbitrary<Property> = fc.oneof(
  fc.record({
    in: fc.constant('column' as const),
    name: pick(['revenue', 'order_id', 'channel', 'store', 'org', 'campaign', 'source'] as const),
  }),
  fc.record({ in: pick(['text', 'number'] as const), name: pick(keys) }) as fc.Arbitrary<Property>,
);

const filter: fc.Arbitrary<PropertyFilter> = property.chain((where) => {
  const type = propertyType(where);
  const node = fc.oneof(presence, among(pick(['N1', 'N2', 'N4', 'N6', 'N9'])));
  const test = type === 'number' ? numberTest : type === 'text' ? textTest : node;
  return fc.record({ property: fc.constant(where), test });
});

const measure: fc.Arbitrary<Measure> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ of: 'count' as const }) },
  fc.constantFrom({ of: 'first' as const }, { of: 'last' as const }),
  fc.record({
    of: pick(['sum', 'avg', 'min', 'max', 'distinct'] as const),
    property,
  }) as fc.Arbitrary<Measure>,
);

const eventLeaf: fc.Arbitrary<Leaf> = measure.chain((what) =>
  fc.record({
    kind: fc.constant('event' as const),
    events: some(eventNames),
    where: fc.array(filter, { maxLength: 2 }),
    window,
    measure: fc.constant(what),
    test: (what.of === 'first' || what.of === 'last'
      ? fc.record({ op: pick(['within', 'not_within'] as const), window })
      : what.of === 'count' || what.of === 'distinct'
        ? fc.oneof(
            fc.record({
              op: pick(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const),
              value: fc.integer({ min: 0, max: 3 }),
            }),
            fc.constant({ op: 'between' as const, from: 1, to: 2 }),
          )
        : compare) as fc.Arbitrary<EventLeaf['test']>,
  }),
);

const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  { weight: 5, arbitrary: eventLeaf },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('trait' as const),
      trait: pick(traitNames),
      test: traitTest,
    }),
  },
  fc.record({ kind: fc.constant('tag' as const), tag: pick(tags) }),
  fc.record({ kind: fc.constant('tag' as const), tag: pick(tags), values: some(tagValues) }),
  fc.record({ kind: fc.constant('segment' as const), segment: pick(segments) }),
  fc.record({
    kind: fc.constant('identifier' as const),
    identifier: pick(['phone', 'email', 'anonymous_id'] as const),
  }),
  fc.record({ kind: fc.constant('org' as const), org: pick(orgIds).map(orgCode) }),
  fc.record({
    kind: fc.constant('consent' as const),
    purpose: pick(purposes),
    channel: pick(channels),
  }),
  fc.record({
    kind: fc.constant('consent' as const),
    purpose: pick(purposes),
    channel: pick(channels),
    org: pick(orgIds).map(orgCode),
  }),
  fc.constant({ kind: 'known' as const }),
);

const { tree } = fc.letrec<{ tree: Rule }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
    fc.record({ kind: fc.constant('and' as const), of: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({
      kind: fc.constant('or' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
  ),
}));

/** Rules that `ruleFaults` accepts, over the shared pools. */
export const randomRule: fc.Arbitrary<Rule> = tree.filter((rule) => ruleFaults(rule).length === 0);
