import { type Static, Type } from 'typebox';
import { Buyer } from './buyer.ts';
import { Currency, DocumentNumber, Instant, Minor } from './money.ts';

/** A booking that is no sale and no return: bad debt, fee, correction. The amount is signed. */
export const Adjustment = Type.Object({
  kind: Type.Literal('adjustment'),
  number: DocumentNumber,
  orderNumber: Type.Optional(DocumentNumber),
  currency: Currency,
  adjustedAt: Instant,
  changedAt: Type.Optional(Instant),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  store: Type.Optional(Type.String({ maxLength: 64 })),
  buyer: Buyer,
  amount: Minor,
  reason: Type.String({ minLength: 1, maxLength: 256 }),
});
export type Adjustment = Static<typeof Adjustment>;
