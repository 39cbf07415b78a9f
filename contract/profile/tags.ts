import { type Static, Type } from 'typebox';
import { TagDefinition, TagValue } from './tag-definition.ts';

const Time = Type.String({ format: 'date-time' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

export const tagRhythms = ['off', 'hourly', 'daily'] as const;
export type TagRhythm = (typeof tagRhythms)[number];
export const TagRhythm = Type.Unsafe<TagRhythm>(
  Type.Union(tagRhythms.map((rhythm) => Type.Literal(rhythm))),
);

export const TagCategory = Type.Object({
  category: Type.String(),
  parent: orNull(Type.String()),
  zh: Type.String(),
  en: Type.String(),
  position: Type.Integer(),
  tags: Type.Integer({ description: 'Active tags in it, without those of its children' }),
});
export type TagCategory = Static<typeof TagCategory>;

export const TagView = Type.Object({
  tag: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  description: Type.String(),
  category: Type.String(),
  definition: TagDefinition,
  /** Values with their names; for a favourite the values that occur. */
  values: Type.Array(TagValue),
  /** What the tag says, as a sentence. */
  sentence: Type.Object({ zh: Type.String(), en: Type.String() }),
  owner: Type.String(),
  purpose: Type.String(),
  refresh: TagRhythm,
  /** A manual assignment ends by itself after so many days; null = never. */
  expiresAfterDays: orNull(Type.Integer()),
  state: Type.Union([Type.Literal('active'), Type.Literal('archived')]),
  generation: Type.Integer(),
  /** Known people that have any value. */
  people: Type.Integer(),
  /** Share of the known people, in basis points. */
  coverage: Type.Integer(),
  computedAt: orNull(Time),
  running: orNull(
    Type.Object({ jobRunId: Type.Integer(), done: Type.Integer(), total: orNull(Type.Integer()) }),
  ),
  failure: orNull(Type.String()),
  createdAt: Time,
  changedAt: Time,
});
export type TagView = Static<typeof TagView>;

const fields = {
  zh: Type.String({ minLength: 1, maxLength: 100 }),
  en: Type.String({ minLength: 1, maxLength: 100 }),
  description: Type.String({ maxLength: 1_000 }),
  category: Type.String({ pattern: '^tgc_[0-9a-z]+$' }),
  owner: Type.String({ maxLength: 100 }),
  purpose: Type.String({ maxLength: 200 }),
  refresh: TagRhythm,
  expiresAfterDays: orNull(Type.Integer({ minimum: 1, maximum: 3_650 })),
  definition: TagDefinition,
};

export const TagInput = Type.Object(
  {
    zh: fields.zh,
    en: fields.en,
    category: fields.category,
    definition: fields.definition,
    description: Type.Optional(fields.description),
    owner: Type.Optional(fields.owner),
    purpose: Type.Optional(fields.purpose),
    refresh: Type.Optional(fields.refresh),
    expiresAfterDays: Type.Optional(fields.expiresAfterDays),
  },
  { additionalProperties: false },
);
export type TagInput = Static<typeof TagInput>;

export const TagEdit = Type.Partial(Type.Object(fields), { additionalProperties: false });
export type TagEdit = Static<typeof TagEdit>;

/** How the people of the caller's scope spread over the values. */
export const TagDistribution = Type.Object({
  people: Type.Integer(),
  everybody: Type.Integer(),
  values: Type.Array(
    Type.Object({
      value: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      people: Type.Integer(),
      share: Type.Integer({ description: 'Of the known people in scope, basis points' }),
    }),
  ),
});

/** A tag that one person has. `since` and `by` are known for manual tags only. */
export const PersonTag = Type.Object({
  tag: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  category: Type.String(),
  kind: Type.String(),
  values: Type.Array(TagValue),
  since: orNull(Time),
  until: orNull(Time),
  by: orNull(Type.String()),
});
export type PersonTag = Static<typeof PersonTag>;
