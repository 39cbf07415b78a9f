import type { CampaignDefinition } from '@siyu/contract/journey';
import { inCategory } from './conditions.ts';

/** The ids that the platform gave to what the campaigns stand on, by the demo's keys. */
export interface DemoIds {
  readonly segments: Readonly<Record<string, string>>;
  readonly templates: Readonly<Record<string, string>>;
}

const named = (ids: Readonly<Record<string, string>>, key: string): string => {
  const id = ids[key];
  if (id === undefined)
    throw new Error(`The demo's content names "${key}", which it does not make.`);
  return id;
};

/** Sent in the past to silent members, with a tenth held out, so that its report can be compared with the known truth. */
export const wakeCampaign = (ids: DemoIds): CampaignDefinition => ({
  name: '老客唤醒：会员专享券',
  template: named(ids.templates, 'wake'),
  entry: { kind: 'segment', segment: named(ids.segments, 'silent'), timing: { kind: 'now' } },
  holdoutBasisPoints: 1_000,
  goal: { event: 'order_placed', windowDays: 7 },
  validHours: 24,
});

/** Waits for its time. */
export const cleaningCampaign = (ids: DemoIds, at: Date): CampaignDefinition => ({
  name: '空调清洗季：满一年用户',
  template: named(ids.templates, 'cleaning'),
  entry: {
    kind: 'segment',
    segment: named(ids.segments, 'cleaning'),
    timing: { kind: 'at', at: at.toISOString() },
  },
  holdoutBasisPoints: 1_000,
  goal: { event: 'service_requested', windowDays: 14 },
});

/** Runs for each who leaves a cart behind for half an hour. */
export const cartCampaign = (ids: DemoIds): CampaignDefinition => ({
  name: '加购未付：30分钟提醒',
  template: named(ids.templates, 'cart'),
  entry: {
    kind: 'event',
    event: 'product_added',
    where: [],
    wait: { kind: 'minutes', minutes: 30 },
    recheck: { kind: 'event', event: 'order_placed', happened: false },
    reentry: { kind: 'after', days: 7 },
  },
  holdoutBasisPoints: 1_000,
  goal: { event: 'order_placed', windowDays: 3 },
});

/** A year after an air conditioner was installed. */
export const careCampaign = (ids: DemoIds): CampaignDefinition => ({
  name: '空调满一年：清洗关怀',
  template: named(ids.templates, 'care'),
  entry: {
    kind: 'event',
    event: 'product_owned',
    where: [inCategory('家电/空调')],
    wait: { kind: 'days', days: 365 },
    reentry: { kind: 'always' },
  },
  holdoutBasisPoints: 0,
  goal: { event: 'service_requested', windowDays: 14 },
});
