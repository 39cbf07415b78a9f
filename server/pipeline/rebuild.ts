import {
  type Block,
  beginRebuild,
  blocksAfter,
  countBlocks,
  eventTable,
  finishRebuild,
  forgetMessages,
  markInserted,
  messageTable,
} from '../modules/collect/index.ts';
import { identityTables, reloadIdentityMap } from '../modules/identity/index.ts';
import { consentTable, erasedIdentities } from '../modules/privacy/index.ts';
import { traitSource } from '../modules/profile/index.ts';
import type { Platform } from '../platform/platform.ts';
import { insertRows } from './insert-block.ts';

/** Every ClickHouse table whose rows come from blocks and nowhere else. */
export const blockTables: readonly string[] = [
  messageTable,
  ...Object.values(eventTable),
  ...Object.values(identityTables),
  consentTable,
  traitSource,
];

export interface Rebuilt {
  readonly blocks: number;
  /** Over all tables: an event counts twice, for it is in two. */
  readonly rows: number;
  /** Rows of erased people, which stay out. */
  readonly leftOut: number;
}

/**
 * Empties the ClickHouse tables that blocks feed and fills them from all blocks in PostgreSQL, without the rows of erased
 * people. The pipeline must not run. When it is broken off no server starts until it has been run to its end.
 */
export async function rebuildClickHouse(
  platform: Platform,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Rebuilt> {
  const { clickhouse, clock } = platform;
  const db = platform.postgres.db<unknown>();
  const total = await countBlocks(db);
  const erased = await erasedIdentities(db);
  // A number of its own in each token: an emptied table may still remember the tokens of the rows it had.
  const rebuildId = await beginRebuild(db, clock.now());
  for (const table of blockTables) {
    await clickhouse.command({ name: 'rebuild.empty', sql: `TRUNCATE TABLE ${table}` });
  }
  let [done, rows, leftOut] = [0, 0, 0];
  for (let after = 0; ; ) {
    const blocks = await blocksAfter(db, after, 10);
    if (blocks.length === 0) break;
    for (const block of blocks) {
      const inserted = await insertWithoutErased(platform, block, erased, `rebuild-${rebuildId}`);
      rows += inserted.rows;
      leftOut += inserted.leftOut;
      await markInserted(db, block.blockId, clock.now());
      after = block.blockId;
      done += 1;
      onProgress(done, total);
    }
  }
  await forgetMessages(platform);
  await reloadIdentityMap(clickhouse);
  await finishRebuild(db, clock.now());
  return { blocks: done, rows, leftOut };
}

async function insertWithoutErased(
  platform: Platform,
  block: Block,
  erased: ReadonlySet<number>,
  token: string,
): Promise<{ readonly rows: number; readonly leftOut: number }> {
  let [rows, leftOut] = [0, 0];
  for (const part of block.parts) {
    const kept = erased.size === 0 ? part : withoutErased(part.ndjson, erased);
    leftOut += (part.rows - kept.rows) * part.tables.length;
    if (kept.rows === 0) continue;
    for (const table of part.tables) {
      const to = { table, token: `${token}-${block.blockId}-${table}`, lane: 'heavy' } as const;
      await insertRows(platform, to, kept.ndjson);
      rows += kept.rows;
    }
  }
  return { rows, leftOut };
}

function withoutErased(ndjson: Buffer, erased: ReadonlySet<number>) {
  const kept = ndjson
    .toString()
    .split('\n')
    .filter((line) => {
      const { identity_id } = JSON.parse(line) as { identity_id?: number };
      return identity_id === undefined || !erased.has(identity_id);
    });
  return { rows: kept.length, ndjson: Buffer.from(kept.join('\n')) };
}
