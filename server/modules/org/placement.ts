import type { NodeKind } from '@siyu/contract/org';

/** What each kind may stand below. */
export const parentsOf: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  group: [],
  brand: ['group'],
  dealer: ['brand', 'region'],
  region: ['brand', 'dealer', 'region'],
  store: ['brand', 'dealer', 'region'],
};

/** The kinds as sentences name them. */
export const kindNames: Readonly<Record<NodeKind, { readonly zh: string; readonly en: string }>> = {
  group: { zh: '集团', en: 'group' },
  brand: { zh: '品牌', en: 'brand' },
  dealer: { zh: '经销商', en: 'dealer' },
  region: { zh: '区域', en: 'region' },
  store: { zh: '门店', en: 'store' },
};
