import { firstAnonymous } from '@siyu/engine/segment';
import type { Platform } from '../../../platform/platform.ts';
import { peopleSource } from '../../identity/index.ts';
import type { FoundValues } from './store/put-generation.ts';
import { tagValueSource } from './tag-source.ts';

const knownIn = (bitmap: string) =>
  `bitmapCardinality(bitmapSubsetInRange(${bitmap}, toUInt32(0), toUInt32(${firstAnonymous})))`;

/** How many known people have each value of a generation, and any of them. */
export async function countGeneration(
  { clickhouse }: Platform,
  tagId: number,
  generation: number,
): Promise<FoundValues> {
  const table = tagValueSource({ tag_id: tagId, generation });
  const values = await clickhouse.query<{ value: string; people: number }>({
    name: 'profile.count_tag_values',
    sql: `SELECT value, ${knownIn('groupBitmapMergeState(people)')} AS people FROM ${table} GROUP BY value HAVING people > 0 ORDER BY people DESC, value`,
    lane: 'heavy',
  });
  const everybody = peopleSource({ rootId: 0, everything: true, orgIds: [] }, 'known');
  const [total] = await clickhouse.query<{ people: number; everybody: number }>({
    name: 'profile.count_tag',
    sql: `SELECT (SELECT ${knownIn('groupBitmapMergeState(people)')} FROM ${table}) AS people, (SELECT uniqExact(person) FROM ${everybody}) AS everybody`,
    lane: 'heavy',
  });
  const people = total?.people ?? 0;
  const known = total?.everybody ?? 0;
  return { people, coverage: known === 0 ? 0 : Math.round((people * 10_000) / known), values };
}
