import { num, str } from '@siyu/engine/clickhouse';
import type { JobProgress } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { printTag } from './print-tag.ts';
import { assignedPeople, expireAssignments } from './store/assignments.ts';
import type { TagRow } from './store/tag-row.ts';
import { tagTable } from './tag-source.ts';

/** Writes the bitmaps of a computed tag under a generation nobody reads yet. */
export async function writeComputed(
  platform: Platform,
  tag: TagRow,
  generation: number,
  progress: JobProgress,
): Promise<void> {
  const selects = await printTag(platform, tag);
  for (const [index, select] of selects.entries()) {
    if (progress.stopped) throw new Error('The computation was stopped.');
    const earlier =
      index === 0
        ? ''
        : ` AND NOT bitmapContains((SELECT groupBitmapMergeState(people) FROM ${tagTable} WHERE tag = ${num(tag.tag_id)} AND generation = ${num(generation)}), person)`;
    await platform.clickhouse.command({
      name: 'profile.write_tag',
      sql: insertSql(
        tag.tag_id,
        generation,
        `SELECT person, value FROM (${select}) WHERE value != '' AND person != 0${earlier}`,
      ),
      lane: 'heavy',
    });
    await progress.report(index + 1, selects.length + 1);
  }
}

/** Literal ids of one page stay below the engine's limit for the text of a query (256 KiB). */
const pageSize = 15_000;

/** Writes the bitmaps of a manual tag from its assignments, which are the truth. */
export async function writeManual(
  platform: Platform,
  tag: TagRow,
  generation: number,
  progress: JobProgress,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  await expireAssignments(db, tag.tag_id, platform.clock.now());
  let done = 0;
  for (let after = 0; ; ) {
    const rows = await assignedPeople(db, tag.tag_id, after, pageSize);
    for (const [value, people] of Map.groupBy(rows, (row) => row.value)) {
      const ids = people.map(({ person }) => num(person)).join(', ');
      await platform.clickhouse.command({
        name: 'profile.write_manual_tag',
        sql: insertSql(
          tag.tag_id,
          generation,
          `SELECT toUInt32(arrayJoin([${ids}])) AS person, ${str(value)} AS value`,
        ),
        lane: 'heavy',
      });
    }
    done += rows.length;
    await progress.report(done);
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.identity_id as number;
  }
}

const insertSql = (tagId: number, generation: number, people: string) =>
  `INSERT INTO ${tagTable} (tag, value, shard, generation, people) SELECT ${num(tagId)}, value, toUInt16(bitShiftRight(person, 20)) AS shard, ${num(generation)}, groupBitmapState(person) FROM (${people}) GROUP BY value, shard`;
