import { type Static, Type } from 'typebox';
import { Adjustment } from './adjustment.ts';
import { Order } from './order.ts';
import { OwnedProduct } from './owned-product.ts';
import { Product } from './product.ts';
import { Refund } from './refund.ts';
import { Shipment } from './shipment.ts';

/** The schemas of the commerce model by kind; every source maps to these and to nothing else. */
export const documentSchemas = {
  product: Product,
  order: Order,
  refund: Refund,
  adjustment: Adjustment,
  shipment: Shipment,
  owned_product: OwnedProduct,
} as const;

export type DocumentKind = keyof typeof documentSchemas;

export const documentKinds = Object.keys(documentSchemas) as readonly DocumentKind[];

/** Any object of the commerce model; `Message.document` is one of these. */
export const CommerceDocument = Type.Union([
  Product,
  Order,
  Refund,
  Adjustment,
  Shipment,
  OwnedProduct,
]);
export type CommerceDocument = Static<typeof CommerceDocument>;

/** The documents that move money: they have lines or an amount and stand in the sums. */
export type MoneyDocument = Order | Refund | Adjustment;

/** Names for people, as the console shows them. */
export const documentKindTitles: Readonly<Record<DocumentKind, { zh: string; en: string }>> = {
  product: { zh: '商品', en: 'Product' },
  order: { zh: '订单', en: 'Order' },
  refund: { zh: '退款单', en: 'Refund' },
  adjustment: { zh: '调整单', en: 'Adjustment' },
  shipment: { zh: '发货单', en: 'Shipment' },
  owned_product: { zh: '已购设备', en: 'Owned product' },
};
