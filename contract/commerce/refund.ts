import { type Static, Type } from 'typebox';
import { Buyer } from './buyer.ts';
import { Line } from './line.ts';
import { Currency, DocumentNumber, Instant } from './money.ts';

/** Money given back, with or without goods. Amounts and quantities are positive here and count as negative. */
export const Refund = Type.Object({
  kind: Type.Literal('refund'),
  number: DocumentNumber,
  /** Number of the order it belongs to, when the source knows it. */
  orderNumber: Type.Optional(DocumentNumber),
  currency: Currency,
  refundedAt: Instant,
  changedAt: Type.Optional(Instant),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  store: Type.Optional(Type.String({ maxLength: 64 })),
  buyer: Buyer,
  lines: Type.Array(Line, { maxItems: 10_000 }),
  /** What was given back, minor units; absent = sum of the lines. */
  amount: Type.Optional(Type.Integer({ minimum: 0 })),
  reason: Type.Optional(Type.String({ maxLength: 256 })),
});
export type Refund = Static<typeof Refund>;
