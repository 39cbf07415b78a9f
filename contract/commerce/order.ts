import { type Static, Type } from 'typebox';
import { Buyer } from './buyer.ts';
import { Line } from './line.ts';
import { Currency, DocumentNumber, Instant, Minor } from './money.ts';

/**
 * `cancelled` orders count nothing. `refunded` only says so: the money is in the refund documents, and counts there.
 */
export const orderStatuses = [
  'placed',
  'paid',
  'shipped',
  'completed',
  'refunded',
  'cancelled',
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** A sale. The same (source, number) again replaces it as a whole. */
export const Order = Type.Object({
  kind: Type.Literal('order'),
  number: DocumentNumber,
  currency: Currency,
  status: Type.Unsafe<OrderStatus>(Type.String({ enum: [...orderStatuses] })),
  placedAt: Instant,
  paidAt: Type.Optional(Instant),
  completedAt: Type.Optional(Instant),
  cancelledAt: Type.Optional(Instant),
  /** When the source last changed it; an older statement that arrives late is then ignored. */
  changedAt: Type.Optional(Instant),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  /** Code of the organisation node where it was sold. */
  store: Type.Optional(Type.String({ maxLength: 64 })),
  buyer: Buyer,
  lines: Type.Array(Line, { maxItems: 10_000 }),
  /** Order-level discount and freight, minor units. */
  discount: Type.Optional(Type.Integer({ minimum: 0 })),
  freight: Type.Optional(Type.Integer({ minimum: 0 })),
  /** What the buyer owes; absent = sum of the lines − discount + freight. */
  total: Type.Optional(Minor),
});
export type Order = Static<typeof Order>;
