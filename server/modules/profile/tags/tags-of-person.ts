import type { PersonTag } from '@siyu/contract/profile';
import { valuesOf } from '@siyu/contract/profile';
import { num, oneOf } from '@siyu/engine/clickhouse';
import type { Platform } from '../../../platform/platform.ts';
import { assignmentsOfPerson } from './store/assignments.ts';
import { tagPage } from './store/tag-page.ts';
import type { TagRow } from './store/tag-row.ts';
import { tagTable } from './tag-source.ts';

/** Tags of one person, in force now; manual ones from the truth, computed ones from the last computation. */
export async function tagsOfPerson(platform: Platform, personId: number): Promise<PersonTag[]> {
  const db = platform.postgres.db<unknown>();
  const tags = await tagPage(db, { state: 'active', limit: 10_000 });
  const computed = tags.filter((tag) => tag.kind !== 'manual' && tag.generation > 0);
  const [assigned, found] = await Promise.all([
    assignmentsOfPerson(db, personId),
    computedValues(platform, personId, computed),
  ]);
  const now = platform.clock.now();
  return tags.flatMap((tag) => {
    const given = assigned.find((row) => row.tag_id === tag.tag_id);
    const isGiven = given && (given.until === null || given.until > now);
    const values = isGiven ? [given.value] : (found.get(tag.tag_id) ?? []);
    if (values.length === 0) return [];
    const known = valuesOf(tag.definition);
    const named = (value: string) =>
      known?.find((one) => one.value === value) ?? { value, zh: value, en: value };
    return [
      {
        tag: tag.public_id,
        zh: tag.name_zh,
        en: tag.name_en,
        category: tag.category,
        kind: tag.kind,
        values: values.map(named),
        since: given?.assigned_at.toISOString() ?? null,
        until: given?.until?.toISOString() ?? null,
        by: given?.assigned_by ?? null,
      },
    ];
  });
}

async function computedValues(
  { clickhouse }: Platform,
  personId: number,
  tags: readonly TagRow[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (tags.length === 0) return new Map();
  const inForce = oneOf(
    '(tag, generation)',
    tags.map((tag) => `(${num(tag.tag_id)}, ${num(tag.generation)})`),
    (pair) => pair,
  );
  const rows = await clickhouse.query<{ tag: number; values: string[] }>({
    name: 'profile.tags_of_person',
    sql: `SELECT tag, groupUniqArray(value) AS values FROM ${tagTable} WHERE ${inForce} AND shard = ${num(Math.floor(personId / 2 ** 20))} AND bitmapContains(people, toUInt32(${num(personId)})) GROUP BY tag`,
  });
  return new Map(rows.map((row) => [row.tag, [...row.values].sort()]));
}
