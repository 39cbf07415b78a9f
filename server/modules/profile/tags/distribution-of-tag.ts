import { valuesOf } from '@siyu/contract/profile';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { peopleSource } from '../../identity/index.ts';
import type { TagRow } from './store/tag-row.ts';
import { tagValueSource } from './tag-source.ts';

/** How the known people of a scope spread over the values of a tag, in the order of the definition. Shares in basis points. */
export async function distributionOfTag(platform: Platform, scope: Scope, tag: TagRow) {
  const everybody = `(SELECT groupBitmapState(toUInt32(person)) AS known_people FROM ${peopleSource(scope, 'known')}) AS known`;
  const rows = await platform.clickhouse.query<{
    value: string;
    people: number;
    everybody: number;
  }>({
    name: 'profile.tag_distribution',
    sql: `SELECT value, bitmapAndCardinality(merged, known_people) AS people, bitmapCardinality(known_people) AS everybody
      FROM ${everybody} CROSS JOIN (
        SELECT value, groupBitmapMergeState(people) AS merged FROM ${tagValueSource(tag)} GROUP BY value
        UNION ALL SELECT '', groupBitmapMergeState(people) FROM ${tagValueSource(tag)}) AS values
      ORDER BY people DESC, value`,
  });
  const total = rows.find((row) => row.value === '');
  const known = total?.everybody ?? 0;
  const counts = new Map(rows.map((row) => [row.value, row.people]));
  const occurring = [...counts.keys()].filter((value) => value !== '');
  const values =
    valuesOf(tag.definition) ?? occurring.map((value) => ({ value, zh: value, en: value }));
  return {
    people: total?.people ?? 0,
    everybody: known,
    values: values.map((value) => {
      const people = counts.get(value.value) ?? 0;
      return { ...value, people, share: known === 0 ? 0 : Math.round((people * 10_000) / known) };
    }),
  };
}
