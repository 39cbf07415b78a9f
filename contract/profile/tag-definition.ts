import { type Static, Type } from 'typebox';
import { Measure, Property, PropertyFilter } from '../segment/leaves.ts';
import { type Rule, RuleBody } from '../segment/rule.ts';
import { exact, tagged } from '../segment/tagged.ts';
import { PastWindow } from '../segment/windows.ts';

const value = Type.String({ minLength: 1, maxLength: 200 });
const names = {
  zh: Type.String({ minLength: 1, maxLength: 100 }),
  en: Type.String({ minLength: 1, maxLength: 100 }),
};
const eventNames = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
  minItems: 1,
  maxItems: 20,
});

/** A value that a tag may have, with the names that operators read. */
export const TagValue = exact({ value, ...names });
export type TagValue = Static<typeof TagValue>;

/** A value for the numbers from `from` (inclusive) up to `below`; an open end when absent. */
export const Band = exact({
  value,
  ...names,
  from: Type.Optional(Type.Number()),
  below: Type.Optional(Type.Number()),
});
export type Band = Static<typeof Band>;

const limits = Type.Array(Type.Number(), {
  minItems: 4,
  maxItems: 4,
  description: 'Four rising limits between the scores 1 to 5',
});

/** How a score from 1 to 5 is found: by fifths of the people, or by fixed limits. */
export const Scoring = tagged('by', {
  quintile: exact({ by: Type.Literal('quintile') }),
  limits: exact(
    { by: Type.Literal('limits'), recencyDays: limits, frequency: limits, monetary: limits },
    'recencyDays: fewer days score higher; the two others: more scores higher; monetary in minor units',
  ),
});
export type Scoring = Static<typeof Scoring>;

const org = Type.Optional(
  Type.String({ description: 'Code of the brand or node whose events count; absent = all' }),
);

/**
 * How a tag gets its values.
 * `manual`: people give it. `rule`: the first value whose rule holds. `statistical`: a number over events, put into bands.
 * `favourite`: the commonest, first or last value of a property. `rfm`: recency, frequency and money of orders.
 * `lifecycle`: 导入 成长 成熟 休眠 流失 by orders and days.
 */
export const TagDefinition = tagged('kind', {
  manual: exact({
    kind: Type.Literal('manual'),
    values: Type.Array(TagValue, { minItems: 1, maxItems: 200 }),
  }),
  rule: exact({
    kind: Type.Literal('rule'),
    values: Type.Array(exact({ value, ...names, rule: RuleBody }), { minItems: 1, maxItems: 50 }),
  }),
  statistical: exact({
    kind: Type.Literal('statistical'),
    events: eventNames,
    where: Type.Optional(Type.Array(PropertyFilter, { maxItems: 20 })),
    window: PastWindow,
    measure: Measure,
    bands: Type.Array(Band, { minItems: 1, maxItems: 50 }),
    org,
  }),
  favourite: exact({
    kind: Type.Literal('favourite'),
    events: eventNames,
    window: PastWindow,
    property: Property,
    pick: Type.Union([Type.Literal('commonest'), Type.Literal('first'), Type.Literal('last')]),
    org,
  }),
  rfm: exact({
    kind: Type.Literal('rfm'),
    window: PastWindow,
    scoring: Scoring,
    /** A score counts as high from this one on. */
    highFrom: Type.Integer({ minimum: 2, maximum: 5, default: 4 }),
    org,
  }),
  lifecycle: exact({
    kind: Type.Literal('lifecycle'),
    /** Orders from which a person counts as growing, and as mature. */
    growthOrders: Type.Integer({ minimum: 1, maximum: 1_000, default: 2 }),
    matureOrders: Type.Integer({ minimum: 2, maximum: 1_000, default: 4 }),
    /** Days without an order after which a person sleeps, and is lost. */
    dormantDays: Type.Integer({ minimum: 1, maximum: 3_650, default: 90 }),
    lostDays: Type.Integer({ minimum: 2, maximum: 3_650, default: 180 }),
    org,
  }),
});
export type TagDefinition = Static<typeof TagDefinition>;
export type TagKind = TagDefinition['kind'];

/** A rule tag's value with its rule. */
export interface RuleValue extends TagValue {
  readonly rule: Rule;
}
