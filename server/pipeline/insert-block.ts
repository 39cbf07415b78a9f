import { hash } from 'node:crypto';
import { type Block, markInserted, quarantine } from '../modules/collect/index.ts';
import { identityTables, reloadIdentityMap } from '../modules/identity/index.ts';
import { ClickHouseError, type Lane } from '../platform/clickhouse/index.ts';
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
      await insertRows(platform, { table, token: `block-${block.blockId}-${table}` }, part.ndjson);
    }
  }
  if (block.parts.some(({ tables }) => tables.includes(identityTables.override)))
    await reloadIdentityMap(platform.clickhouse);
  await markInserted(platform.postgres.db<unknown>(), block.blockId, platform.clock.now());
}

/** Inserts lines of JSON; rows that ClickHouse cannot read go to quarantine. */
export async function insertRows(
  platform: Platform,
  to: { readonly table: string; readonly token: string; readonly lane?: Lane },
  ndjson: Buffer,
): Promise<void> {
  const { table, token, lane = 'ingest' } = to;
  try {
    await platform.clickhouse.insert({ table, rows: ndjson, token, lane });
  } catch (error) {
    if (!(error instanceof ClickHouseError) || !rowFaults.has(error.code)) throw error;
    const rows = ndjson.toString().split('\n');
    if (rows.length === 1) return setRowAside(platform, table, rows[0] as string, error);
    const middle = rows.length >> 1;
    const half = (from: number, until?: number) => Buffer.from(rows.slice(from, until).join('\n'));
    await insertRows(platform, { ...to, token: `${token}-l` }, half(0, middle));
    await insertRows(platform, { ...to, token: `${token}-r` }, half(middle));
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
