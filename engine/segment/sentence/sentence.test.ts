import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identifierKinds } from '@siyu/contract/identity';
import type { Rule } from '@siyu/contract/segment';
import type { Dictionary } from './dictionary.ts';
import { sentenceOf } from './sentence-of.ts';

const words: Readonly<Record<string, { zh: string; en: string }>> = {
  order_placed: { zh: '下单', en: 'order' },
  page_viewed: { zh: '浏览页面', en: 'page view' },
  revenue: { zh: '金额', en: 'amount' },
  category: { zh: '品类', en: 'category' },
  city: { zh: '城市', en: 'city' },
  sms: { zh: '短信', en: 'SMS' },
  marketing: { zh: '营销', en: 'marketing' },
  tag_1: { zh: '价格敏感', en: 'Price sensitive' },
};
const word = (key: string) => words[key] ?? { zh: key, en: key };
const dictionary: Dictionary = {
  trait: word,
  event: word,
  property: ({ name }) => word(name),
  tag: word,
  tagValue: (_, value) => word(value),
  segment: word,
  reference: (_, value) => word(value),
  org: word,
  purpose: word,
  channel: word,
  identifier: (kind) => identifierKinds[kind],
  money: (minor) => ({ zh: `${minor / 100} 元`, en: `CNY ${minor / 100}` }),
};

const cases: readonly [Rule, string, string][] = [
  [{ kind: 'and', of: [] }, '全部用户', 'everybody'],
  [
    {
      kind: 'and',
      of: [
        { kind: 'identifier', identifier: 'phone' },
        {
          kind: 'or',
          of: [
            { kind: 'trait', trait: 'city', test: { op: 'in', values: ['上海', '北京'] } },
            { kind: 'tag', tag: 'tag_1' },
          ],
        },
        { kind: 'not', of: { kind: 'consent', purpose: 'marketing', channel: 'sms' } },
      ],
    },
    '有手机号，且（城市属于 “上海”、“北京”，或有标签“价格敏感”），且不满足（已同意通过短信用于营销）',
    'has a Phone and (city is one of “上海”, “北京” or has the tag “Price sensitive”) and not (has agreed to marketing by SMS)',
  ],
  [
    {
      kind: 'event',
      events: ['order_placed'],
      where: [{ property: { in: 'column', name: 'category' }, test: { op: 'eq', value: '空调' } }],
      window: { kind: 'last', days: 90 },
      measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
      test: { op: 'gte', value: 100_000 },
    },
    '最近 90 天“下单”（品类是 “空调”）的金额合计不少于 1000 元',
    'the sum of amount of “order” [category is “空调”] in the last 90 days is at least CNY 1000',
  ],
  [
    {
      kind: 'event',
      events: ['page_viewed'],
      window: { kind: 'last', days: 7 },
      measure: { of: 'count' },
      test: { op: 'eq', value: 0 },
    },
    '最近 7 天没有“浏览页面”',
    'did not “page view” in the last 7 days',
  ],
  [
    {
      kind: 'event',
      events: ['order_placed'],
      window: { kind: 'ever' },
      measure: { of: 'last' },
      test: { op: 'within', window: { kind: 'ago', least: 90 } },
    },
    '历史上末次“下单”的时间在90 天前或更早',
    'the last “order” ever is 90 days ago or earlier',
  ],
];

for (const [rule, zh, en] of cases) {
  test(`says in both languages: ${en}`, () => {
    assert.deepEqual(sentenceOf(rule, dictionary), { zh, en });
  });
}
