import { DateTime } from 'luxon';
import type { JobProgress } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { rootNode } from '../org/index.ts';
import { countSegment } from './count-segment.ts';
import { inOrderOfCounting } from './store/dependencies.ts';
import { segmentsById } from './store/segment-by-public-id.ts';
import type { SegmentRow } from './store/segment-row.ts';
import { dueSegments } from './store/versions.ts';

/** Counts segments and the refreshed ones they stand on, what is stood on first. Static ones are counted once. */
export async function countSegments(
  platform: Platform,
  segmentIds: readonly number[],
  progress: JobProgress,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const order = await inOrderOfCounting(db, segmentIds);
  const rows = await segmentsById(db, order);
  const wanted = order
    .map((id) => rows.get(id) as SegmentRow)
    .filter(
      (row) => segmentIds.includes(row.segment_id) || row.kind === 'refreshed' || row.version === 0,
    );
  const failures: string[] = [];
  for (const [index, row] of wanted.entries()) {
    if (progress.stopped) return;
    await progress.report(index, wanted.length, row.name);
    await countSegment(platform, row).catch((error: unknown) => {
      failures.push(`${row.name}: ${error instanceof Error ? error.message : String(error)}`);
    });
  }
  await progress.report(wanted.length, wanted.length);
  if (failures.length > 0) throw new Error(failures.join('\n'));
}

/** The segments whose quarter of an hour, hour or day (in the organisation's zone) has begun since they were counted. */
export async function segmentsDue(platform: Platform): Promise<readonly number[]> {
  const db = platform.postgres.db<unknown>();
  const root = await rootNode(db);
  const now = DateTime.fromJSDate(platform.clock.now(), { zone: root?.timezone ?? 'UTC' });
  const hour = now.startOf('hour');
  const quarterHour = hour.plus({ minutes: Math.floor(now.minute / 15) * 15 });
  return dueSegments(db, {
    quarterHour: quarterHour.toJSDate(),
    hour: hour.toJSDate(),
    day: now.startOf('day').toJSDate(),
  });
}
