import type { Platform } from '../../../platform/platform.ts';
import { startComputing } from './start-computing.ts';
import { activeTags } from './store/active-tags.ts';

/** Queues every active tag, whatever its rhythm: after ClickHouse was rebuilt. Returns how many. */
export async function computeAllTags(platform: Platform): Promise<number> {
  const tags = await activeTags(platform.postgres.db<unknown>());
  await platform.postgres.transaction(async (tx) => {
    for (const tag of tags) await startComputing(platform, tx, tag);
  });
  return tags.length;
}
