import type { MetricDefinition } from './metric.ts';

type Entry = Omit<MetricDefinition, 'code'>;

const owner = { zh: '用户增长', en: 'Growth' };
const perPerson = {
  zh: '用户（合并后的 OneID）',
  en: 'Person (merged OneID)',
  rows: 'people',
} as const;

/** Who is in the private domain and how that moves. */
export const poolMetrics = {
  pool: {
    name: { zh: '用户池', en: 'Customer pool' },
    formula: {
      zh: '截至期末，至少有一个已知标识（会员号、手机、UnionID、平台账号等）的用户数；匿名访客不计。按今天的合并结果回看。',
      en: "People with at least one known identifier (member id, phone, UnionID, platform account …) at the end of the window; anonymous visitors are left out. The past is read through today's merges.",
    },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'up',
    group: 'pool',
    owner,
    version: 1,
  },
  new_people: {
    name: { zh: '新增用户', en: 'New people' },
    formula: {
      zh: '首个已知标识出现在期内的用户数。',
      en: 'People whose first known identifier appeared in the window.',
    },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'up',
    group: 'pool',
    owner,
    version: 1,
  },
  left_people: {
    name: { zh: '流失触达用户', en: 'People who left' },
    formula: {
      zh: '期内退订消息或删除企业微信好友的用户数，每人计一次。',
      en: 'People who unsubscribed or removed the WeCom contact in the window, each once.',
    },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'down',
    group: 'pool',
    owner,
    version: 1,
  },
  net_new: {
    name: { zh: '净增用户', en: 'Net new people' },
    formula: { zh: '新增用户 − 流失触达用户。', en: 'New people − people who left.' },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'up',
    group: 'pool',
    owner,
    version: 1,
  },
  reachable: {
    name: { zh: '可触达用户', en: 'Reachable people' },
    formula: {
      zh: '当前对至少一个渠道授予营销授权且未撤回、并有该渠道联系方式的用户数。只有现状，没有历史；退信等禁发名单在发送前另行扣除。',
      en: 'People who right now grant marketing on at least one channel, with no withdrawal, and have an address for it. It has no past; suppressed addresses (bounces) are taken off before sending.',
    },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'up',
    group: 'pool',
    owner,
    version: 1,
  },
  active: {
    name: { zh: '活跃用户', en: 'Active people' },
    formula: {
      zh: '期内有任意主动行为的已知用户数。我们发出的消息、物流、退款入账和更正不算行为；打开和点击消息算。',
      en: 'Known people who did anything in the window. What we sent, shipping, booked refunds and corrections are no acts; opening and clicking a message are.',
    },
    grain: perPerson,
    refunds: null,
    unit: 'people',
    better: 'up',
    group: 'pool',
    owner,
    version: 1,
  },
} as const satisfies Readonly<Record<string, Entry>>;
