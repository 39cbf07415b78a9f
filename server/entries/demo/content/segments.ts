import type { SegmentInput } from '@siyu/contract/segment';
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
  spent,
} from './conditions.ts';

/** A segment under the key by which the demo's campaigns name it. */
export interface DemoSegment extends SegmentInput {
  readonly key: string;
}

const visits = ['application_opened', 'mini_program_opened', 'store_visited'];

/** Eight audiences under the names that operators ask for. */
export const demoSegments: readonly DemoSegment[] = [
  {
    key: 'asleep',
    name: '高价值沉睡客',
    description: '历史消费满 2,000 元、60 天没有下单：用限量小样或会员日唤醒。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(spent(ever, 200_000), not(did('order_placed', lastDays(60)))),
  },
  {
    key: 'once',
    name: '首购未复购',
    description: '只下过一单，且在 15–120 天前：二购是留住新客的关键。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(did('order_placed', daysAgo(15, 120)), not(did('order_placed', ever, 2))),
  },
  {
    key: 'cart',
    name: '加购未付',
    description: '近 7 天加购、没有下单。',
    kind: 'refreshed',
    refresh: 'hourly',
    rule: all(did('product_added', lastDays(7)), not(did('order_placed', lastDays(7)))),
  },
  {
    key: 'cleaning',
    name: '空调满一年待清洗',
    description: '空调安装 350–400 天，近 90 天没有预约服务。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(
      did('product_owned', daysAgo(350, 400), 1, [inCategory('家电/空调')]),
      not(did('service_requested', lastDays(90))),
    ),
  },
  {
    key: 'new',
    name: '新客7天未回访',
    description: '8–30 天前注册，近 7 天没有回来：发首单礼券。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(did('signed_up', daysAgo(8, 30)), not(did(visits, lastDays(7)))),
  },
  {
    key: 'silent',
    name: '沉默会员（45天未购）',
    description: '会员中 45 天没有下单的人：老客唤醒的目标人群。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(isMember, not(did('order_placed', lastDays(45)))),
  },
  {
    key: 'warm',
    name: '企微可达高意向',
    description: '同意企微营销、近 30 天看过 5 件以上商品、还没有下单。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(
      { kind: 'consent', purpose: 'marketing', channel: 'wecom' },
      { kind: 'identifier', identifier: 'external_userid' },
      did('product_viewed', lastDays(30), 5),
      not(did('order_placed', lastDays(30))),
    ),
  },
  {
    key: 'store',
    name: '到店未成交',
    description: '近 30 天到过店或看过直播，但没有下单：由导购一对一跟进。',
    kind: 'refreshed',
    refresh: 'daily',
    rule: all(
      any(did('store_visited', lastDays(30)), did('live_watched', lastDays(30))),
      not(did('order_placed', lastDays(30))),
    ),
  },
];
