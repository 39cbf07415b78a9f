import { num } from '@siyu/engine/clickhouse';
import { firstAnonymous, printRule } from '@siyu/engine/segment';
import type { Platform } from '../../platform/platform.ts';
import { scopeOf } from '../org/index.ts';
import { ruleMoment } from '../profile/index.ts';
import { sourcesInScope } from './rule-in-scope.ts';
import { segmentSource, segmentTable } from './segment-source.ts';
import { setSegmentFailure } from './store/put-segment.ts';
import type { SegmentRow } from './store/segment-row.ts';
import { nextVersion, putVersion } from './store/versions.ts';

/**
 * Counts a segment anew: writes the members of a new version, compares them with the version before, puts it in force.
 * Readers see the old version or the new one. A count that breaks off leaves a version that nobody reads.
 */
export async function countSegment(platform: Platform, segment: SegmentRow): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const { rule } = segment;
  if (rule === null || segment.state === 'archived') return;
  try {
    const startedAt = performance.now();
    const scope = await scopeOf(db, segment.org_id);
    const sources = await sourcesInScope(platform, scope, [rule]);
    const moment = await ruleMoment(platform);
    const version = await nextVersion(db);
    const { bitmap } = printRule(rule, sources, moment);
    await writeMembers(
      platform,
      segment.segment_id,
      version,
      `SELECT arrayJoin(bitmapToArray(people)) AS person FROM (${bitmap})`,
    );
    await putInForce(platform, segment, version, startedAt, new Date(moment.asOf));
  } catch (error) {
    await setSegmentFailure(
      db,
      segment.segment_id,
      error instanceof Error ? error.message : String(error),
    );
    throw error;
  }
}

/** Writes the members of a version from a SELECT of `person`. */
export async function writeMembers(
  { clickhouse }: Platform,
  segmentId: number,
  version: number,
  people: string,
): Promise<void> {
  await clickhouse.command({
    name: 'segment.write_members',
    sql: `INSERT INTO ${segmentTable} (segment, version, shard, people) SELECT ${num(segmentId)}, ${num(version)}, toUInt16(bitShiftRight(person, 20)) AS shard, groupBitmapState(person) FROM (${people}) GROUP BY shard`,
    lane: 'heavy',
  });
}

/** Counts a written version against the one in force and puts it in force. */
export async function putInForce(
  platform: Platform,
  segment: Pick<SegmentRow, 'segment_id' | 'version'>,
  version: number,
  startedAt: number,
  at: Date,
): Promise<void> {
  const members = (of: number, alias: string) =>
    `(SELECT groupBitmapMergeState(people) AS ${alias} FROM ${segmentSource(segment.segment_id, of)}) AS s_${alias}`;
  const [found] = await platform.clickhouse.query<{
    known: number;
    all: number;
    entered: number;
    departed: number;
  }>({
    name: 'segment.compare_versions',
    sql: `SELECT bitmapCardinality(bitmapSubsetInRange(fresh, toUInt32(0), toUInt32(${firstAnonymous}))) AS known,
      bitmapCardinality(fresh) AS all, bitmapAndnotCardinality(fresh, old) AS entered, bitmapAndnotCardinality(old, fresh) AS departed
      FROM ${members(version, 'fresh')} CROSS JOIN ${members(segment.version, 'old')}`,
    lane: 'heavy',
  });
  const { known = 0, all = 0, entered = 0, departed = 0 } = found ?? {};
  await platform.postgres.transaction((tx) =>
    putVersion(tx, segment.segment_id, {
      version,
      known,
      anonymous: all - known,
      entered,
      departed,
      milliseconds: Math.round(performance.now() - startedAt),
      at,
    }),
  );
}
