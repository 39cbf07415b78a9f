import { blocksAfter, markInserted } from '../modules/collect/index.ts';
import { reloadIdentityMap } from '../modules/identity/index.ts';
import { erasedIdentities } from '../modules/privacy/index.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Fills empty ClickHouse tables from all blocks in PostgreSQL, leaving out the rows of erased people. Stop the pipeline
 * before. `onProgress` gets the last block done.
 */
export async function rebuildClickHouse(
  platform: Platform,
  onProgress?: (blockId: number) => void,
): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const erased = await erasedIdentities(db);
  for (let after = 0; ; ) {
    const blocks = await blocksAfter(db, after, 10);
    if (blocks.length === 0) break;
    for (const block of blocks) {
      for (const part of block.parts) {
        const rows = erased.size === 0 ? part.ndjson : withoutErased(part.ndjson, erased);
        if (rows.length === 0) continue;
        for (const table of part.tables) {
          await platform.clickhouse.insert({
            table,
            rows,
            token: `rebuild-${block.blockId}-${table}`,
            lane: 'heavy',
          });
        }
      }
      await markInserted(db, block.blockId, platform.clock.now());
      after = block.blockId;
      onProgress?.(after);
    }
  }
  await reloadIdentityMap(platform.clickhouse);
}

function withoutErased(ndjson: Buffer, erased: ReadonlySet<number>): Buffer {
  const kept = ndjson
    .toString()
    .split('\n')
    .filter((line) => {
      const { identity_id } = JSON.parse(line) as { identity_id?: number };
      return identity_id === undefined || !erased.has(identity_id);
    })
    .join('\n');
  return Buffer.from(kept);
}
