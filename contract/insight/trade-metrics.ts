import type { MetricDefinition } from './metric.ts';

type Entry = Omit<MetricDefinition, 'code'>;

const owner = { zh: '商品交易', en: 'Trade' };
const perDocument = {
  zh: '订单、退款、调整单',
  en: 'Order, refund and adjustment document',
  rows: 'place',
} as const;
const perOrder = { zh: '订单', en: 'Order', rows: 'place' } as const;
const perBuyer = {
  zh: '用户（合并后的 OneID）',
  en: 'Person (merged OneID)',
  rows: 'place',
} as const;
const takenOff = {
  zh: '退款按退款日期扣减；取消和更正按原单日期扣减。',
  en: 'Refunds are taken off on the day of the refund; cancellations and corrections on the day of the order.',
};
const cancelledOut = {
  zh: '已取消或更正为零的订单不计；退款不影响订单数。',
  en: 'Cancelled orders and those corrected to nothing do not count; refunds leave the order counted.',
};

/** What is sold, where, and to whom again. Money is in the board's currency, never mixed. */
export const tradeMetrics = {
  private_gmv: {
    name: { zh: '私域成交额', en: 'Private-domain GMV' },
    formula: {
      zh: '私域渠道（小程序、App、官网、企业微信、公众号、社群、门店、电话等自有渠道）的净成交额。天猫、京东、抖音等平台店属公域。渠道取自订单来源。',
      en: "Net sales on the brand's own channels: mini program, app, own site, WeCom, Official Account, groups, stores, phone. Shops on Tmall, JD, Douyin and the like are public domain. The channel is that of the order's source.",
    },
    grain: perDocument,
    refunds: takenOff,
    unit: 'money',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  gmv: {
    name: { zh: '全部成交额', en: 'GMV, all channels' },
    formula: {
      zh: '订单金额 − 退款 ± 调整，全部渠道，含匿名订单。',
      en: 'Orders − refunds ± adjustments over all channels, anonymous orders included.',
    },
    grain: perDocument,
    refunds: takenOff,
    unit: 'money',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  private_share: {
    name: { zh: '私域成交占比', en: 'Private-domain share of GMV' },
    formula: { zh: '私域成交额 ÷ 全部成交额。', en: 'Private-domain GMV ÷ GMV of all channels.' },
    grain: perDocument,
    refunds: takenOff,
    unit: 'share',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  orders: {
    name: { zh: '订单数', en: 'Orders' },
    formula: {
      zh: '期内下单、金额大于零的订单数，全部币种。',
      en: 'Orders placed in the window with an amount above zero, in any currency.',
    },
    grain: perOrder,
    refunds: cancelledOut,
    unit: 'orders',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  average_order: {
    name: { zh: '客单价', en: 'Average order value' },
    formula: {
      zh: '订单金额 ÷ 订单数，同一币种。',
      en: 'Amount of orders ÷ orders, of one currency.',
    },
    grain: perOrder,
    refunds: {
      zh: '不扣退款（衡量购物篮大小）；取消的订单不计。',
      en: 'Refunds are not taken off (it measures the basket); cancelled orders do not count.',
    },
    unit: 'money',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  buyers: {
    name: { zh: '购买用户', en: 'Buyers' },
    formula: {
      zh: '期内至少有一笔订单的已知用户数。',
      en: 'Known people with at least one order in the window.',
    },
    grain: perBuyer,
    refunds: cancelledOut,
    unit: 'people',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  first_buyers: {
    name: { zh: '首购用户', en: 'First-purchase people' },
    formula: {
      zh: '有史以来第一笔订单落在期内的已知用户数（在本数据范围内）。',
      en: 'Known people whose first order ever, within this data scope, falls in the window.',
    },
    grain: perBuyer,
    refunds: cancelledOut,
    unit: 'people',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  repurchase_rate: {
    name: { zh: '复购率', en: 'Repurchase rate' },
    formula: {
      zh: '期内有两笔及以上订单的用户 ÷ 期内购买用户。',
      en: 'People with two or more orders in the window ÷ buyers in the window.',
    },
    grain: perBuyer,
    refunds: cancelledOut,
    unit: 'share',
    better: 'up',
    group: 'trade',
    owner,
    version: 1,
  },
  refund_rate: {
    name: { zh: '退款率', en: 'Refund rate' },
    formula: {
      zh: '期内退款金额 ÷ 期内订单金额，同一币种。退款与调整单的更正计入退款。',
      en: 'Amount refunded in the window ÷ amount of orders in the window, of one currency. Corrections of refunds and adjustments count as refunds.',
    },
    grain: perDocument,
    refunds: {
      zh: '这就是退款本身：按退款日期计，可能属于更早的订单。',
      en: 'It is the refunds: by the day of the refund, which may belong to an older order.',
    },
    unit: 'share',
    better: 'down',
    group: 'trade',
    owner,
    version: 1,
  },
} as const satisfies Readonly<Record<string, Entry>>;
