import { type Static, Type } from 'typebox';
import { Buyer } from './buyer.ts';
import { DocumentNumber, Instant } from './money.ts';

/** A parcel of an order. Who receives it and where is no part of the model: it is not needed and it is personal. */
export const Shipment = Type.Object({
  kind: Type.Literal('shipment'),
  number: DocumentNumber,
  orderNumber: DocumentNumber,
  carrier: Type.Optional(Type.String({ maxLength: 64 })),
  tracking: Type.Optional(Type.String({ maxLength: 128 })),
  shippedAt: Instant,
  deliveredAt: Type.Optional(Instant),
  channel: Type.Optional(Type.String({ maxLength: 64 })),
  store: Type.Optional(Type.String({ maxLength: 64 })),
  buyer: Buyer,
});
export type Shipment = Static<typeof Shipment>;
