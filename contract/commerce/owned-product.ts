import { type Static, Type } from 'typebox';
import { Buyer } from './buyer.ts';
import { DocumentNumber, Instant } from './money.ts';

/** A durable article at somebody's home. One serial of one SKU is one object, whoever states it. */
export const OwnedProduct = Type.Object({
  kind: Type.Literal('owned_product'),
  serial: Type.String({ minLength: 1, maxLength: 128 }),
  sku: Type.String({ minLength: 1, maxLength: 128 }),
  orderNumber: Type.Optional(DocumentNumber),
  purchasedAt: Type.Optional(Instant),
  installedAt: Type.Optional(Instant),
  warrantyUntil: Type.Optional(Instant),
  /** When it became known: registration, installation or sale. */
  statedAt: Instant,
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  store: Type.Optional(Type.String({ maxLength: 64 })),
  buyer: Buyer,
});
export type OwnedProduct = Static<typeof OwnedProduct>;
