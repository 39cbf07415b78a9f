import { type Static, Type } from 'typebox';
import { type IdentifierKind, identifierKindNames } from '../identity/kinds.ts';
import { exact, tagged } from './tagged.ts';
import { NumberTest, PropertyTest, TimeTest, TraitTest } from './tests.ts';
import { PastWindow } from './windows.ts';

const Name = Type.String({ minLength: 1, maxLength: 200 });

/**
 * The typed columns of an event. `store` and `org` are compared with codes of organisation nodes (`org` with the whole
 * subtree), `campaign`, `journey` and `source` with public ids, `revenue` with minor units.
 */
export const eventColumns = {
  revenue: 'number',
  currency: 'text',
  order_id: 'text',
  product: 'text',
  category: 'text',
  channel: 'text',
  store: 'reference',
  org: 'reference',
  source: 'reference',
  campaign: 'reference',
  journey: 'reference',
} as const;
export type EventColumn = keyof typeof eventColumns;

const column = Type.Unsafe<EventColumn>(
  Type.Union(Object.keys(eventColumns).map((name) => Type.Literal(name))),
);

/** Where a property of an event stands: a typed column, or the map of text or number properties. */
export const Property = tagged('in', {
  column: exact({ in: Type.Literal('column'), name: column }),
  text: exact({ in: Type.Literal('text'), name: Name }),
  number: exact({ in: Type.Literal('number'), name: Name }),
});
export type Property = Static<typeof Property>;

export const PropertyFilter = exact({ property: Property, test: PropertyTest });
export type PropertyFilter = Static<typeof PropertyFilter>;

/** What is measured over the events that match: how many, a number of a property, or when the first or last was. */
export const Measure = tagged('of', {
  count: exact({ of: Type.Literal('count') }),
  sum: exact({ of: Type.Literal('sum'), property: Property }),
  avg: exact({ of: Type.Literal('avg'), property: Property }),
  min: exact({ of: Type.Literal('min'), property: Property }),
  max: exact({ of: Type.Literal('max'), property: Property }),
  distinct: exact({ of: Type.Literal('distinct'), property: Property }),
  first: exact({ of: Type.Literal('first') }),
  last: exact({ of: Type.Literal('last') }),
});
export type Measure = Static<typeof Measure>;

const Identifier = Type.Unsafe<IdentifierKind>(
  Type.Union(identifierKindNames.map((kind) => Type.Literal(kind))),
);

const filters = Type.Optional(Type.Array(PropertyFilter, { maxItems: 20 }));
const eventNames = Type.Array(Name, {
  minItems: 1,
  maxItems: 20,
  description: 'Any of these events; `order_placed` with `order_refunded` makes the sum net',
});

export const leafSchemas = {
  trait: exact({ kind: Type.Literal('trait'), trait: Name, test: TraitTest }),
  tag: exact({
    kind: Type.Literal('tag'),
    tag: Type.String({ pattern: '^tag_[0-9a-z]+$' }),
    values: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: 1_000 }),
    ),
  }),
  event: exact({
    kind: Type.Literal('event'),
    events: eventNames,
    where: filters,
    window: PastWindow,
    measure: Measure,
    test: Type.Union([NumberTest, TimeTest]),
  }),
  consent: exact({
    kind: Type.Literal('consent'),
    purpose: Name,
    channel: Name,
    org: Type.Optional(Name),
  }),
  identifier: exact({ kind: Type.Literal('identifier'), identifier: Identifier }),
  segment: exact({
    kind: Type.Literal('segment'),
    segment: Type.String({ pattern: '^seg_[0-9a-z]+$' }),
  }),
  org: exact({ kind: Type.Literal('org'), org: Name }),
  known: exact({ kind: Type.Literal('known') }),
};

export type TraitLeaf = Static<typeof leafSchemas.trait>;
export type TagLeaf = Static<typeof leafSchemas.tag>;
export type EventLeaf = Static<typeof leafSchemas.event>;
export type ConsentLeaf = Static<typeof leafSchemas.consent>;
export type IdentifierLeaf = Static<typeof leafSchemas.identifier>;
export type SegmentLeaf = Static<typeof leafSchemas.segment>;
export type OrgLeaf = Static<typeof leafSchemas.org>;
export type KnownLeaf = Static<typeof leafSchemas.known>;

/**
 * One condition on a person.
 * `trait`: the latest stated value. `tag`: has the tag, or one of the values. `event`: a measure over the person's events
 * in a window. `consent`: granted and not withdrawn, for a brand (with what holds for the whole
 * group) or anywhere. `identifier`: one of the kind is known. `segment`: member of
 * another segment. `org`: known to the node or one below it. `known`: more than an anonymous visitor.
 */
export type Leaf =
  | TraitLeaf
  | TagLeaf
  | EventLeaf
  | ConsentLeaf
  | IdentifierLeaf
  | SegmentLeaf
  | OrgLeaf
  | KnownLeaf;
