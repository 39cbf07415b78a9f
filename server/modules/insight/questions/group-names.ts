import { channelKinds } from '@siyu/contract/content';
import { type Breakdown, privateChannels, publicChannels } from '@siyu/contract/insight';
import type { Platform } from '../../../platform/platform.ts';
import { sourceNames } from '../../collect/index.ts';
import { productNames } from '../../commerce/index.ts';
import { nodesById } from '../../org/index.ts';

export interface GroupName {
  readonly zh: string;
  readonly en: string;
}

const same = (text: string): GroupName => ({ zh: text, en: text });
const channels: Readonly<Record<string, GroupName>> = {
  ...channelKinds,
  ...publicChannels,
  ...privateChannels,
};

/** Names of groups by their key, where the key does not speak for itself. */
export async function groupNames(
  platform: Platform,
  breakdown: Breakdown | undefined,
  keys: readonly string[],
): Promise<ReadonlyMap<string, GroupName>> {
  if (breakdown === undefined) return new Map();
  if (breakdown.by === 'segment') {
    return new Map([
      ['in', { zh: '在人群包中', en: 'In the segment' }],
      ['out', { zh: '不在人群包中', en: 'Not in the segment' }],
    ]);
  }
  const { property } = breakdown;
  if (property.in !== 'column') return new Map();
  const db = platform.postgres.db<unknown>();
  switch (property.name) {
    case 'store':
    case 'org': {
      const nodes = await nodesById(db, keys.map(Number).filter(Number.isInteger));
      return new Map(
        [...nodes].map(([id, node]) => [String(id), { zh: node.name_zh, en: node.name_en }]),
      );
    }
    case 'source': {
      const names = await sourceNames(db);
      return new Map([...names].map(([id, name]) => [String(id), same(name)]));
    }
    case 'product': {
      const names = await productNames(platform, keys);
      return new Map([...names].map(([sku, name]) => [sku, same(name)]));
    }
    case 'channel':
      return new Map(
        keys.flatMap((key) => {
          const found = channels[key];
          return found ? [[key, { zh: found.zh, en: found.en }] as const] : [];
        }),
      );
    default:
      return new Map();
  }
}
