import { type Static, Type } from 'typebox';
import { type IdentifierKind, identifierKindNames } from '../identity/kinds.ts';

/** Who bought, as the source knows them; an object without any is kept as anonymous. */
export const Buyer = Type.Array(
  Type.Object({
    kind: Type.Unsafe<IdentifierKind>(Type.String({ enum: [...identifierKindNames] })),
    value: Type.String({ minLength: 1, maxLength: 256 }),
  }),
  { maxItems: 20 },
);
export type Buyer = Static<typeof Buyer>;
