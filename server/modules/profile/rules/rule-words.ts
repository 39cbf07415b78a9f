import { propertyNames } from '@siyu/contract/collect';
import { channelKinds, messageCategories } from '@siyu/contract/content';
import type { BothLanguages, EventColumn } from '@siyu/contract/segment';

/** Names of the typed columns of events. */
export const columnWords: Readonly<Record<EventColumn, BothLanguages>> = {
  revenue: { zh: '金额', en: 'amount' },
  currency: { zh: '币种', en: 'currency' },
  order_id: { zh: '订单号', en: 'order number' },
  product: { zh: '商品', en: 'product' },
  category: { zh: '品类', en: 'category' },
  channel: { zh: '渠道', en: 'channel' },
  store: { zh: '门店', en: 'store' },
  org: { zh: '组织', en: 'organisation' },
  source: { zh: '数据来源', en: 'source' },
  campaign: { zh: '营销活动', en: 'campaign' },
  journey: { zh: '旅程', en: 'journey' },
};

/** Names of the channels and purposes of consent. */
export const channelWords: Readonly<Record<string, BothLanguages>> = channelKinds;
export const purposeWords: Readonly<Record<string, BothLanguages>> = messageCategories;

/** A property of events by its usual name, else in readable form. */
export function propertyWords(name: string): BothLanguages {
  const known = propertyNames[name];
  if (known) return known;
  const readable = name.replace(/[_.]+/g, ' ').trim();
  return { zh: readable, en: readable };
}
