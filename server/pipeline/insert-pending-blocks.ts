import { pendingBlocks, requireRebuilt } from '../modules/collect/index.ts';
import type { Platform } from '../platform/platform.ts';
import { insertBlock } from './insert-block.ts';

/**
 * Inserts the blocks that were resolved before the last stop and are not in ClickHouse yet. Nothing is resolved here.
 *
 * @throws EngineError when ClickHouse is incomplete because a rebuild was broken off
 */
export async function insertPendingBlocks(platform: Platform): Promise<void> {
  const db = platform.postgres.db<unknown>();
  await requireRebuilt(db);
  for (
    let left = await pendingBlocks(db, 20);
    left.length > 0;
    left = await pendingBlocks(db, 20)
  ) {
    for (const block of left) await insertBlock(platform, block);
  }
}
