import { type Static, Type } from 'typebox';
import { Currency, Instant, Minor } from './money.ts';

/** An article of the group's assortment. A SKU means the same article in every source. */
export const Product = Type.Object({
  kind: Type.Literal('product'),
  sku: Type.String({ minLength: 1, maxLength: 128 }),
  name: Type.String({ minLength: 1, maxLength: 512 }),
  category: Type.Optional(Type.String({ maxLength: 512 })),
  brand: Type.Optional(Type.String({ maxLength: 128 })),
  price: Type.Optional(Minor),
  currency: Type.Optional(Currency),
  /** True for what is owned for years and may have a serial number (appliances). */
  durable: Type.Optional(Type.Boolean()),
  changedAt: Instant,
});
export type Product = Static<typeof Product>;
