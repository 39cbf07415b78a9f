import type { MetricDefinition } from './metric.ts';

type Entry = Omit<MetricDefinition, 'code'>;

const owner = { zh: '触达运营', en: 'Outreach' };
const perMessage = {
  zh: '消息（每条投递一次）',
  en: 'Message (each delivery once)',
  rows: 'people',
} as const;
const perPerson = {
  zh: '用户（合并后的 OneID）',
  en: 'Person (merged OneID)',
  rows: 'people',
} as const;

const messages = (zh: string, en: string, formulaZh: string, formulaEn: string) =>
  ({
    name: { zh, en },
    formula: { zh: formulaZh, en: formulaEn },
    grain: perMessage,
    refunds: null,
    unit: 'messages',
    better: 'up',
    group: 'reach',
    owner,
    version: 1,
  }) as const;

/** What we said and what came of it. */
export const reachMetrics = {
  sent: messages(
    '已发送消息',
    'Messages sent',
    '期内交给渠道并被接收的消息数。',
    'Messages that a channel accepted in the window.',
  ),
  delivered: messages(
    '已送达消息',
    'Messages delivered',
    '期内收到送达回执的消息数；没有送达回执的渠道（如邮件）不计。',
    'Messages with a receipt of delivery in the window; channels without receipts (email) have none.',
  ),
  opened: messages(
    '已打开消息',
    'Messages opened',
    '期内至少打开一次的消息数。',
    'Messages opened at least once in the window.',
  ),
  clicked: messages(
    '已点击消息',
    'Messages clicked',
    '期内至少点击一次链接的消息数。',
    'Messages with at least one link clicked in the window.',
  ),
  unsubscribe_rate: {
    name: { zh: '退订率', en: 'Unsubscribe rate' },
    formula: {
      zh: '期内退订的用户 ÷ 期内收到消息的用户。',
      en: 'People who unsubscribed in the window ÷ people who were sent a message in it.',
    },
    grain: perPerson,
    refunds: null,
    unit: 'share',
    better: 'down',
    group: 'reach',
    owner,
    version: 1,
  },
  campaign_conversion: {
    name: { zh: '活动转化率', en: 'Campaign conversion' },
    formula: {
      zh: '期内收到活动消息的用户中，7 天内下单的比例。',
      en: 'Of the people who got a campaign message in the window, those who ordered within 7 days after it.',
    },
    grain: perPerson,
    refunds: {
      zh: '之后取消或退款的订单仍算转化（消息已起作用）。',
      en: 'Orders cancelled or refunded later still count: the message did its work.',
    },
    unit: 'share',
    better: 'up',
    group: 'reach',
    owner,
    version: 1,
  },
  running_campaigns: {
    name: { zh: '进行中的活动', en: 'Running campaigns' },
    formula: {
      zh: '当前状态为进行中或已排期的营销活动数。',
      en: 'Campaigns that are running or scheduled right now.',
    },
    grain: { zh: '营销活动', en: 'Campaign', rows: 'place' },
    refunds: null,
    unit: 'campaigns',
    better: null,
    group: 'reach',
    owner,
    version: 1,
  },
} as const satisfies Readonly<Record<string, Entry>>;
