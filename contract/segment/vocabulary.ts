import { type Static, Type } from 'typebox';
import { BothLanguages } from './segments.ts';

const Named = { name: Type.String(), zh: Type.String(), en: Type.String() };

/** Everything the rule builder offers, with the names that operators read. */
export const Vocabulary = Type.Object({
  traits: Type.Array(
    Type.Object({
      ...Named,
      type: Type.Union(
        (['string', 'number', 'boolean', 'time', 'list'] as const).map((t) => Type.Literal(t)),
      ),
    }),
  ),
  events: Type.Array(
    Type.Object({
      ...Named,
      properties: Type.Array(
        Type.Object({
          ...Named,
          in: Type.Union([Type.Literal('column'), Type.Literal('text'), Type.Literal('number')]),
        }),
      ),
    }),
  ),
  tags: Type.Array(
    Type.Object({
      tag: Type.String(),
      ...Named,
      values: Type.Array(
        Type.Object({ value: Type.String(), zh: Type.String(), en: Type.String() }),
      ),
    }),
  ),
  segments: Type.Array(Type.Object({ segment: Type.String(), name: Type.String() })),
  consents: Type.Array(
    Type.Object({ purpose: Type.String(), channel: Type.String(), label: BothLanguages }),
  ),
  identifiers: Type.Array(Type.Object({ ...Named })),
  orgs: Type.Array(Type.Object({ code: Type.String(), ...Named, kind: Type.String() })),
});
export type Vocabulary = Static<typeof Vocabulary>;

/** Values that occur, most frequent first: what the builder proposes while one types. */
export const ValueSuggestions = Type.Object({
  values: Type.Array(Type.Object({ value: Type.String(), people: Type.Integer() })),
});
