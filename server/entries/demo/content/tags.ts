// Over 400 lines because it is content, one entry a tag: cutting it up would only scatter the list that operators see.
import type { TagDefinition } from '@siyu/contract/profile';
import type { Rule } from '@siyu/contract/segment';
import {
  all,
  any,
  daysAgo,
  did,
  ever,
  inCategory,
  isMember,
  lastDays,
  not,
  traitIs,
} from './conditions.ts';
import type { TagCategoryKey } from './tag-categories.ts';

export interface DemoTag {
  readonly zh: string;
  readonly en: string;
  readonly category: TagCategoryKey;
  readonly description: string;
  readonly definition: TagDefinition;
}

const named = (value: string, zh: string, en: string) => ({ value, zh, en });
const column = (name: 'category' | 'channel' | 'store' | 'revenue') => ({
  in: 'column' as const,
  name,
});
const opened = ['application_opened', 'mini_program_opened', 'store_visited', 'guide_chatted'];

/** The first value whose rule holds counts, so a later one means "and not yet named". */
const bornFrom = (year: number): Rule => ({
  kind: 'trait',
  trait: 'birth_year',
  test: { op: 'gte', value: year },
});

/** Twenty-two tags that a brand's growth team works with every day: stage, value, and twenty more. */
export const demoTags: readonly DemoTag[] = [
  {
    zh: '生命周期阶段',
    en: 'Life-cycle stage',
    category: 'stage',
    description: '按订单数与最近下单时间划分：导入、成长、成熟、休眠、流失。',
    definition: {
      kind: 'lifecycle',
      growthOrders: 2,
      matureOrders: 4,
      dormantDays: 90,
      lostDays: 240,
    },
  },
  {
    zh: 'RFM 客户价值',
    en: 'RFM value',
    category: 'stage',
    description: '近一年订单的最近一次、频次与金额，五分位打分。',
    definition: { kind: 'rfm', window: lastDays(365), scoring: { by: 'quintile' }, highFrom: 4 },
  },
  {
    zh: '性别',
    en: 'Gender',
    category: 'base',
    description: '会员资料中的性别。',
    definition: {
      kind: 'rule',
      values: [
        { ...named('female', '女', 'Female'), rule: traitIs('gender', 'female') },
        { ...named('male', '男', 'Male'), rule: traitIs('gender', 'male') },
      ],
    },
  },
  {
    zh: '年龄段',
    en: 'Age group',
    category: 'base',
    description: '按会员资料中的出生年份。',
    definition: {
      kind: 'rule',
      values: [
        { ...named('born2000', '00 后', 'Born 2000 or later'), rule: bornFrom(2000) },
        { ...named('born1990', '90 后', 'Born in the 1990s'), rule: bornFrom(1990) },
        { ...named('born1980', '80 后', 'Born in the 1980s'), rule: bornFrom(1980) },
        { ...named('older', '70 后及以前', 'Born before 1980'), rule: bornFrom(1900) },
      ],
    },
  },
  {
    zh: '所在大区',
    en: 'Region',
    category: 'base',
    description: '按省份归入大区。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('east', '华东', 'East'),
          rule: traitIs('province', '上海', '浙江', '江苏', '安徽', '山东', '福建', '江西'),
        },
        { ...named('south', '华南', 'South'), rule: traitIs('province', '广东', '广西', '海南') },
        {
          ...named('north', '华北东北', 'North'),
          rule: traitIs('province', '北京', '天津', '河北', '辽宁', '吉林', '黑龙江'),
        },
        {
          ...named('west', '中西部', 'Central and west'),
          rule: traitIs('province', '四川', '重庆', '湖北', '湖南', '河南', '陕西', '云南'),
        },
      ],
    },
  },
  {
    zh: '注册渠道',
    en: 'Registered through',
    category: 'base',
    description: '成为会员时所在的渠道。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('mini_program', '小程序', 'Mini program'),
          rule: traitIs('acquisition_channel', 'mini_program'),
        },
        { ...named('app', 'App', 'App'), rule: traitIs('acquisition_channel', 'app') },
        { ...named('store', '门店', 'Store'), rule: traitIs('acquisition_channel', 'pos') },
        {
          ...named('file', '老会员系统', 'Former member system'),
          rule: traitIs('acquisition_channel', 'crm'),
        },
      ],
    },
  },
  {
    zh: '近7天访问次数',
    en: 'Visits in 7 days',
    category: 'behaviour',
    description: '近 7 天打开小程序、App、到店或与导购聊天的次数。',
    definition: {
      kind: 'statistical',
      events: opened,
      window: lastDays(7),
      measure: { of: 'count' },
      bands: [
        { ...named('once', '1 次', 'Once'), from: 1, below: 2 },
        { ...named('some', '2–4 次', '2 to 4'), from: 2, below: 5 },
        { ...named('many', '5 次及以上', '5 and more'), from: 5 },
      ],
    },
  },
  {
    zh: '近30天活跃度',
    en: 'Activity in 30 days',
    category: 'behaviour',
    description: '近 30 天浏览商品的次数分层。',
    definition: {
      kind: 'statistical',
      events: ['product_viewed'],
      window: lastDays(30),
      measure: { of: 'count' },
      bands: [
        { ...named('low', '低活跃', 'Low'), from: 1, below: 4 },
        { ...named('middle', '中活跃', 'Middle'), from: 4, below: 12 },
        { ...named('high', '高活跃', 'High'), from: 12 },
      ],
    },
  },
  {
    zh: '加购未付',
    en: 'Cart not paid',
    category: 'behaviour',
    description: '近 7 天加过购物车但没有下单。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('yes', '加购未付', 'Cart not paid'),
          rule: all(did('product_added', lastDays(7)), not(did('order_placed', lastDays(7)))),
        },
      ],
    },
  },
  {
    zh: '直播观众',
    en: 'Live audience',
    category: 'behaviour',
    description: '近 60 天看过直播；看过未买的可单独触达。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('bought', '看播已购', 'Watched and bought'),
          rule: all(did('live_watched', lastDays(60)), did('order_placed', lastDays(60))),
        },
        {
          ...named('watched', '看播未购', 'Watched, did not buy'),
          rule: did('live_watched', lastDays(60)),
        },
      ],
    },
  },
  {
    zh: '潜在 KOC',
    en: 'Potential KOC',
    category: 'behaviour',
    description: '近 180 天多次分享或评价的用户。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('yes', '潜在 KOC', 'Potential KOC'),
          rule: did(['product_shared', 'product_reviewed'], lastDays(180), 2),
        },
      ],
    },
  },
  {
    zh: '累计消费金额',
    en: 'Total spending',
    category: 'spending',
    description: '全部订单减退款，单位元。',
    definition: {
      kind: 'statistical',
      events: ['order_placed', 'order_refunded', 'order_corrected'],
      window: ever,
      measure: { of: 'sum', property: column('revenue') },
      bands: [
        { ...named('under300', '300 元以下', 'Under 300'), from: 1, below: 30_000 },
        { ...named('under1000', '300–1,000 元', '300 to 1,000'), from: 30_000, below: 100_000 },
        {
          ...named('under5000', '1,000–5,000 元', '1,000 to 5,000'),
          from: 100_000,
          below: 500_000,
        },
        { ...named('over5000', '5,000 元以上', '5,000 and more'), from: 500_000 },
      ],
    },
  },
  {
    zh: '客单价',
    en: 'Average order value',
    category: 'spending',
    description: '近一年订单的平均金额。',
    definition: {
      kind: 'statistical',
      events: ['order_placed'],
      window: lastDays(365),
      measure: { of: 'avg', property: column('revenue') },
      bands: [
        { ...named('low', '低客单（<150 元）', 'Low, under 150'), from: 1, below: 15_000 },
        {
          ...named('middle', '中客单（150–800 元）', 'Middle, 150 to 800'),
          from: 15_000,
          below: 80_000,
        },
        { ...named('high', '高客单（≥800 元）', 'High, 800 and more'), from: 80_000 },
      ],
    },
  },
  {
    zh: '购买次数',
    en: 'Number of orders',
    category: 'spending',
    description: '历史下单次数。',
    definition: {
      kind: 'statistical',
      events: ['order_placed'],
      window: ever,
      measure: { of: 'count' },
      bands: [
        { ...named('one', '1 次', '1'), from: 1, below: 2 },
        { ...named('two', '2 次', '2'), from: 2, below: 3 },
        { ...named('some', '3–5 次', '3 to 5'), from: 3, below: 6 },
        { ...named('many', '6 次及以上', '6 and more'), from: 6 },
      ],
    },
  },
  {
    zh: '最近一次购买',
    en: 'Last purchase',
    category: 'spending',
    description: '距最近一次下单的时间。',
    definition: {
      kind: 'rule',
      values: [
        { ...named('d30', '30 天内', 'Within 30 days'), rule: did('order_placed', lastDays(30)) },
        {
          ...named('d90', '31–90 天', '31 to 90 days ago'),
          rule: did('order_placed', lastDays(90)),
        },
        {
          ...named('d180', '91–180 天', '91 to 180 days ago'),
          rule: did('order_placed', lastDays(180)),
        },
        { ...named('older', '180 天以上', 'Over 180 days ago'), rule: did('order_placed', ever) },
      ],
    },
  },
  {
    zh: '退货倾向',
    en: 'Return habit',
    category: 'spending',
    description: '近一年退款单数。',
    definition: {
      kind: 'statistical',
      events: ['order_refunded'],
      window: lastDays(365),
      measure: { of: 'count' },
      bands: [
        { ...named('some', '偶有退货', 'Sometimes'), from: 1, below: 3 },
        { ...named('often', '频繁退货', 'Often'), from: 3 },
      ],
    },
  },
  {
    zh: '购买偏好品类',
    en: 'Favourite category',
    category: 'interest',
    description: '近一年买得最多的品类。',
    definition: {
      kind: 'favourite',
      events: ['product_bought'],
      window: lastDays(365),
      property: column('category'),
      pick: 'commonest',
    },
  },
  {
    zh: '浏览偏好品类',
    en: 'Favourite category to look at',
    category: 'interest',
    description: '近 90 天看得最多的品类。',
    definition: {
      kind: 'favourite',
      events: ['product_viewed'],
      window: lastDays(90),
      property: column('category'),
      pick: 'commonest',
    },
  },
  {
    zh: '优惠敏感',
    en: 'Coupon hunter',
    category: 'interest',
    description: '近 180 天领券次数。',
    definition: {
      kind: 'statistical',
      events: ['coupon_claimed'],
      window: lastDays(180),
      measure: { of: 'count' },
      bands: [
        { ...named('some', '一般敏感', 'Somewhat'), from: 1, below: 3 },
        { ...named('very', '高度敏感', 'Very'), from: 3 },
      ],
    },
  },
  {
    zh: '常购渠道',
    en: 'Favourite channel',
    category: 'service',
    description: '下单最多的渠道。',
    definition: {
      kind: 'favourite',
      events: ['order_placed'],
      window: ever,
      property: column('channel'),
      pick: 'commonest',
    },
  },
  {
    zh: '企微好友',
    en: 'WeCom contact',
    category: 'service',
    description: '是否加了导购的企业微信。',
    definition: {
      kind: 'rule',
      values: [
        { ...named('left', '已删除', 'Removed the guide'), rule: did('contact_removed', ever) },
        {
          ...named('friend', '已添加', 'Contact'),
          rule: { kind: 'identifier', identifier: 'external_userid' },
        },
        { ...named('none', '会员未添加', 'Member, no contact'), rule: isMember },
      ],
    },
  },
  {
    zh: '空调服役时间',
    en: 'Age of the air conditioner',
    category: 'service',
    description: '按安装登记判断；满一年提示清洗，满六年提示以旧换新。',
    definition: {
      kind: 'rule',
      values: [
        {
          ...named('year', '满一年待清洗', 'A year old, due for cleaning'),
          rule: any(did('product_owned', daysAgo(350, 3_650), 1, [inCategory('家电/空调')])),
        },
        {
          ...named('new', '一年以内', 'Under a year'),
          rule: did('product_owned', ever, 1, [inCategory('家电/空调')]),
        },
      ],
    },
  },
];
