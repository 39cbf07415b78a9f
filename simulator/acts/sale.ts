import type { Buyer, Line } from '@siyu/contract/commerce';
import type { Product } from '../brand/catalogue.ts';
import type { Touchpoint } from '../brand/touchpoints.ts';
import { type BasketLine, categoryPath } from './basket.ts';

/** What is sold, to whom, where and when. */
export interface Sale {
  readonly touchpoint: Touchpoint;
  readonly at: number;
  readonly main: Product;
  readonly buyer: Buyer;
  /** Code of the store, for sales in one. */
  readonly store?: string;
  /** Never left unpaid: an order that a message caused. */
  readonly mustPay?: boolean;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

export const lineOf = (line: BasketLine): Line => ({
  sku: line.product.sku,
  name: line.product.zh,
  category: categoryPath(line.product.category),
  quantity: line.quantity,
  unitPrice: yuan(line.product.priceFen),
  discount: line.discount,
  amount: line.product.priceFen * line.quantity - line.discount,
});
