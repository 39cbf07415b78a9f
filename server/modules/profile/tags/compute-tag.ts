import { num } from '@siyu/engine/clickhouse';
import type { JobProgress } from '../../../platform/jobs/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { countGeneration } from './count-generation.ts';
import { nextGeneration, putGeneration } from './store/put-generation.ts';
import { setTagFailure } from './store/set-tag-state.ts';
import { tagByPublicId } from './store/tag-by-public-id.ts';
import type { TagRow } from './store/tag-row.ts';
import { tagTable } from './tag-source.ts';
import { writeComputed, writeManual } from './write-generation.ts';

/**
 * Computes a tag anew: writes a generation, counts it, puts it in force. Readers see the old one or the new one, never half.
 * A run that breaks off leaves rows of a generation nobody reads; the next one removes them.
 */
export async function computeTag(
  platform: Platform,
  publicId: string,
  progress: JobProgress,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const tag = await tagByPublicId(db, publicId);
  if (tag.state === 'archived') return;
  try {
    const generation = await nextGeneration(db);
    const at = platform.clock.now();
    const write = tag.kind === 'manual' ? writeManual : writeComputed;
    await write(platform, tag, generation, progress);
    const found = await countGeneration(platform, tag.tag_id, generation);
    await platform.postgres.transaction((tx) =>
      putGeneration(tx, tag.tag_id, generation, found, at),
    );
    await forgetGenerations(platform, tag);
  } catch (error) {
    await setTagFailure(db, tag.tag_id, error instanceof Error ? error.message : String(error));
    throw error;
  }
}

/** Removes what lies before the generation that was in force until now; queries that began on that one may still read it. */
async function forgetGenerations({ clickhouse }: Platform, tag: TagRow): Promise<void> {
  if (tag.generation === 0) return;
  await clickhouse.command({
    name: 'profile.forget_tag_generations',
    sql: `DELETE FROM ${tagTable} WHERE tag = ${num(tag.tag_id)} AND generation < ${num(tag.generation)}`,
    lane: 'admin',
  });
}
