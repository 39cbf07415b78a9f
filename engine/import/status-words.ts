import type { OrderStatus } from '@siyu/contract/commerce';

/** How shops call the states of an order. */
const words: Readonly<Record<OrderStatus, readonly string[]>> = {
  placed: [
    '待付款',
    '未付款',
    '等待买家付款',
    '已下单',
    '等待付款',
    'pending',
    'created',
    'unpaid',
  ],
  paid: [
    '已付款',
    '待发货',
    '买家已付款',
    '等待卖家发货',
    '买家已付款,等待卖家发货',
    '已支付',
    'processing',
  ],
  shipped: [
    '已发货',
    '卖家已发货',
    '待收货',
    '等待买家确认收货',
    '卖家已发货,等待买家确认',
    '等待收货',
    'delivering',
  ],
  completed: [
    '交易成功',
    '已完成',
    '完成',
    '已签收',
    '交易完成',
    'complete',
    'success',
    'finished',
    'delivered',
  ],
  refunded: ['已退款', '退款成功', '退款完成', 'returned'],
  cancelled: [
    '交易关闭',
    '已取消',
    '取消',
    '已关闭',
    '交易取消',
    'canceled',
    'closed',
    '(删除)等待付款',
  ],
};

const statusByWord = new Map(
  Object.entries(words).flatMap(([status, list]) => list.map((word) => [word, status] as const)),
);

/** The replacements that turn the status words found in a column into ours; words that are not known are left out. */
export function statusValues(cells: readonly string[]): Readonly<Record<string, string>> {
  const found = [...new Set(cells)].flatMap((cell) => {
    const status = statusByWord.get(cell.toLowerCase().replace('，', ','));
    return status ? [[cell, status] as const] : [];
  });
  return Object.fromEntries(found);
}
