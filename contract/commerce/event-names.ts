/**
 * The events that commerce derives from documents for ClickHouse, with their display names.
 *
 * The sums hold at every moment: revenue over `orderMoneyEvents` = what PostgreSQL counts over documents, and revenue over
 * `lineMoneyEvents` = the same over lines. A document that changes states the difference in `order_corrected` and
 * `product_corrected`, dated like the document, so that any period, person, store or product can be summed.
 */
export const commerceEvents = {
  order_placed: { zh: '下单', en: 'Order placed' },
  order_paid: { zh: '支付订单', en: 'Order paid' },
  order_completed: { zh: '订单完成', en: 'Order completed' },
  order_cancelled: { zh: '取消订单', en: 'Order cancelled' },
  order_refunded: { zh: '退款', en: 'Order refunded' },
  order_adjusted: { zh: '金额调整', en: 'Order adjusted' },
  order_corrected: { zh: '订单更正', en: 'Order corrected' },
  order_shipped: { zh: '发货', en: 'Order shipped' },
  order_delivered: { zh: '签收', en: 'Order delivered' },
  product_bought: { zh: '购买商品', en: 'Product bought' },
  product_returned: { zh: '退回商品', en: 'Product returned' },
  product_corrected: { zh: '商品更正', en: 'Product corrected' },
  product_owned: { zh: '登记设备', en: 'Product owned' },
} as const;

export type CommerceEvent = keyof typeof commerceEvents;

/** Summing `revenue` over these gives net sales of documents (orders − refunds ± adjustments). */
export const orderMoneyEvents = [
  'order_placed',
  'order_refunded',
  'order_adjusted',
  'order_corrected',
] as const satisfies readonly CommerceEvent[];

/** Summing `revenue` over these gives net sales of products. */
export const lineMoneyEvents = [
  'product_bought',
  'product_returned',
  'product_corrected',
] as const satisfies readonly CommerceEvent[];

/** Property names that the derived events carry in `text` and `number`, with display names. */
export const commerceProperties = {
  status: { zh: '订单状态', en: 'Order status' },
  reason: { zh: '原因', en: 'Reason' },
  document: { zh: '单号', en: 'Document number' },
  carrier: { zh: '承运商', en: 'Carrier' },
  quantity: { zh: '数量', en: 'Quantity' },
  lines: { zh: '行数', en: 'Lines' },
} as const;
