import { num } from '@siyu/engine/clickhouse';
import type { Platform } from '../../platform/platform.ts';
import { removeExportFile } from './export-file.ts';
import { segmentTable } from './segment-source.ts';
import { expireExports } from './store/exports.ts';
import { oldVersions } from './store/versions.ts';

const keptMs = 7 * 86_400_000;

/** Removes export files and members of versions no longer in force, a week after they were made. Counts of versions stay. */
export async function forgetOld(platform: Platform): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const before = new Date(platform.clock.now().getTime() - keptMs);
  for (const publicId of await expireExports(db, before)) {
    await removeExportFile(platform, publicId);
  }
  for (const { segment_id, version } of await oldVersions(db, before)) {
    await platform.clickhouse.command({
      name: 'segment.forget_versions',
      sql: `DELETE FROM ${segmentTable} WHERE segment = ${num(segment_id)} AND version <= ${num(version)}`,
      lane: 'admin',
    });
  }
}
