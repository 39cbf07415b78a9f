import { hash } from 'node:crypto';
import { type Block, markInserted, quarantine } from '../modules/collect/index.ts';
import { identityTables, reloadIdentityMap } from '../modules/identity/index.ts';
import { ClickHouseError } from '../platform/clickhouse/index.ts';
import type { Platform } from '../platform/platform.ts';
import { signed } from './draft.ts';

/** Codes with which ClickHouse says that a row cannot be read: the row's fault, not the engine's. */
const rowFaults = new Set([6, 26, 27, 32, 33, 38, 41, 53, 69, 70, 72, 117, 130, 131, 190, 441]);

/**
 * Inserts a block into ClickHouse, each part under a token of its own so that a repetition changes nothing, and marks it.
 * A row that ClickHouse refuses is found by bisection and quarantined; the rest goes on.
 */
export async function insertBlock(platform: Platform, block: Block): Promise<void> {
  for (const part of block.parts) {
    for (const table of part.tables) {
      await insertRows(platform, table, `block-${block.blockId}-${table}`, part.ndjson);
    }
  }
  if (block.parts.some(({ tables }) => tables.includes(identityTables.override)))
    await reloadIdentityMap(platform.clickhouse);
  await markInserted(platform.postgres.db<unknown>(), block.blockId, platform.clock.now());
}

async function insertRows(
  platform: Platform,
  table: string,
  token: string,
  ndjson: Buffer,
): Promise<void> {
  try {
    await platform.clickhouse.insert({ table, rows: ndjson, token, lane: 'ingest' });
  } catch (error) {
    if (!(error instanceof ClickHouseError) || !rowFaults.has(error.code)) throw error;
    const rows = ndjson.toString().split('\n');
    if (rows.length === 1) return setRowAside(platform, table, rows[0] as string, error);
    const middle = rows.length >> 1;
    const half = (from: number, to?: number) => Buffer.from(rows.slice(from, to).join('\n'));
    await insertRows(platform, table, `${token}-l`, half(0, middle));
    await insertRows(platform, table, `${token}-r`, half(middle));
  }
}

async function setRowAside(
  platform: Platform,
  table: string,
  row: string,
  error: ClickHouseError,
): Promise<void> {
  const { source, name } = JSON.parse(row) as { source?: number; name?: string };
  platform.logger.error(
    { table, code: error.code },
    'ClickHouse refused a row; it is in quarantine',
  );
  await quarantine(
    platform.postgres.db<unknown>(),
    platform.keys,
    [
      {
        messageHash: signed(hash('sha256', row, 'buffer').readBigUInt64BE(0)),
        sourceId: source ?? 0,
        reason: 'row_refused',
        detail: `ClickHouse cannot store the row in ${table}: ${error.message}`,
        eventName: name ?? null,
        raw: JSON.parse(row),
        receivedAt: platform.clock.now(),
      },
    ],
    platform.clock.now(),
  );
}
