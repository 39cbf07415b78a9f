import type { ImportMapping } from '@siyu/contract/collect';

/** A ready-made mapping for a known export. */
export interface ReadyTemplate {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly mapping: ImportMapping;
}

/** The UCI Online Retail set: a UK shop's invoices; C numbers are cancellations, A numbers bad-debt adjustments. */
const onlineRetail: ReadyTemplate = {
  id: 'online_retail',
  nameZh: 'UCI Online Retail 订单',
  nameEn: 'UCI Online Retail orders',
  mapping: {
    kind: 'orders',
    timezone: 'Europe/London',
    currency: 'GBP',
    documents: { refundPrefixes: ['C'], adjustmentPrefixes: ['A'] },
    columns: [
      { column: 'InvoiceNo', target: 'order.number' },
      { column: 'InvoiceDate', target: 'order.time' },
      { column: 'StockCode', target: 'line.sku' },
      { column: 'Description', target: 'line.name' },
      { column: 'Quantity', target: 'line.quantity' },
      { column: 'UnitPrice', target: 'line.unit_price' },
      { column: 'CustomerID', target: 'identifier.user_id' },
      { column: 'Country', target: 'trait.country' },
    ],
  },
};

const people: ReadyTemplate = {
  id: 'people',
  nameZh: '会员名单（通用）',
  nameEn: 'Members (generic)',
  mapping: {
    kind: 'people',
    timezone: 'Asia/Shanghai',
    columns: [
      { column: '会员编号', target: 'identifier.user_id' },
      { column: '手机号', target: 'identifier.phone' },
      { column: '姓名', target: 'trait.name' },
      { column: '性别', target: 'trait.gender' },
      { column: '生日', target: 'trait.birthday' },
      { column: '城市', target: 'trait.city' },
    ],
  },
};

const orders: ReadyTemplate = {
  id: 'orders',
  nameZh: '订单明细（通用）',
  nameEn: 'Order lines (generic)',
  mapping: {
    kind: 'orders',
    timezone: 'Asia/Shanghai',
    currency: 'CNY',
    documents: { negativeIsRefund: true },
    columns: [
      { column: '订单号', target: 'order.number' },
      { column: '下单时间', target: 'order.time' },
      { column: '手机号', target: 'identifier.phone' },
      { column: '商品编码', target: 'line.sku' },
      { column: '商品名称', target: 'line.name' },
      { column: '数量', target: 'line.quantity' },
      { column: '单价', target: 'line.unit_price' },
    ],
  },
};

const events: ReadyTemplate = {
  id: 'events',
  nameZh: '行为事件（通用）',
  nameEn: 'Events (generic)',
  mapping: {
    kind: 'events',
    timezone: 'Asia/Shanghai',
    columns: [
      { column: 'user_id', target: 'identifier.user_id' },
      { column: 'event', target: 'event.name' },
      { column: 'time', target: 'event.time' },
    ],
  },
};

/** Ready-made templates by id. */
export const readyTemplates: readonly ReadyTemplate[] = [people, orders, events, onlineRetail];
