import { type Static, Type } from 'typebox';
import { Decimal, Minor } from './money.ts';

/**
 * One line of an order or refund. Its amount is quantity × unit price rounded to minor units, half away from zero, less
 * the discount — unless the source states the amount, which then counts.
 */
export const Line = Type.Object({
  sku: Type.String({ minLength: 1, maxLength: 128 }),
  name: Type.Optional(Type.String({ maxLength: 512 })),
  /** Path from the root, separated by `/`: `家电/厨房/烤箱`. */
  category: Type.Optional(Type.String({ maxLength: 512 })),
  /** May be fractional (sold by weight). Negative in an order = given back in an exchange. In a refund: what came back, positive. */
  quantity: Type.Number({ minimum: -1e9, maximum: 1e9 }),
  unitPrice: Decimal,
  /** Discount on the whole line, minor units. */
  discount: Type.Optional(Type.Integer({ minimum: 0 })),
  amount: Type.Optional(Minor),
});
export type Line = Static<typeof Line>;
