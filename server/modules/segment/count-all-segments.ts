import type { Platform } from '../../platform/platform.ts';
import { segmentTable } from './segment-source.ts';
import { startCount } from './start-count.ts';
import { segmentsToRecount } from './store/segments-to-recount.ts';
import { staticSegments } from './store/static-segments.ts';

/**
 * Queues every segment that follows a rule: after ClickHouse was rebuilt. Returns how many, and the names of static ones
 * whose members are gone: they lie in ClickHouse alone and come back only with a backup.
 */
export async function countAllSegments(
  platform: Platform,
): Promise<{ readonly queued: number; readonly lost: readonly string[] }> {
  const db = platform.postgres.db<unknown>();
  const segments = await segmentsToRecount(db);
  await platform.postgres.transaction(async (tx) => {
    for (const segment of segments) await startCount(platform, tx, segment);
  });
  const present = await platform.clickhouse.query<{ segment: number; version: number }>({
    name: 'segment.versions_present',
    sql: `SELECT DISTINCT segment, version FROM ${segmentTable}`,
  });
  const found = new Set(present.map(({ segment, version }) => `${segment} ${version}`));
  const lost = (await staticSegments(db))
    .filter(({ segment_id, version }) => !found.has(`${segment_id} ${version}`))
    .map(({ name }) => name);
  return { queued: segments.length, lost };
}
