import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ClickHouse } from '../clickhouse/index.ts';
import { identifier, str } from '../clickhouse/literal.ts';
import { EngineError } from '../engines/engine-error.ts';
import { measureFolder } from './checked-file.ts';
import type { BackupFile, ClickHouseTable, Manifest } from './manifest.ts';

const longest = 24 * 3600;
const part = 'clickhouse';

/** ClickHouse's own BACKUP of the whole database: finished parts, links where the disk allows, so seconds rather than minutes. */
export async function dumpClickHouse(
  clickhouse: ClickHouse,
  folder: string,
): Promise<Pick<Manifest, 'clickhouse'> & { files: BackupFile[] }> {
  await clickhouse.command({
    name: 'backup.clickhouse',
    sql: `BACKUP DATABASE siyu TO File(${str(join(folder, part, '/'))})`,
    timeoutSeconds: longest,
  });
  if (!existsSync(join(folder, part))) {
    throw new EngineError(
      `ClickHouse wrote its backup on its own machine, not to ${folder}: an external server backs up to its disk or object store. Use its own BACKUP statement; \`siyu backup\` serves the embedded engines, or a server that shares the folder.`,
    );
  }
  return {
    clickhouse: { folder: part, tables: await countTables(clickhouse) },
    files: await measureFolder(folder, part),
  };
}

export async function requireEmptyClickHouse(clickhouse: ClickHouse): Promise<void> {
  const rows = await clickhouse.query<{ name: string }>({
    name: 'backup.existing',
    sql: "SELECT name FROM system.tables WHERE database = 'siyu' LIMIT 1",
    lane: 'admin',
  });
  if (rows.length === 0) return;
  throw new EngineError(
    `The ClickHouse to restore into is not empty: it has the table ${rows[0]?.name}. Choose an empty data folder with SIYU_HOME.`,
  );
}

/** Brings the tables back with their definitions and the record of their migrations, and compares the counts. */
export async function loadClickHouse(
  clickhouse: ClickHouse,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  await clickhouse.command({
    name: 'restore.clickhouse',
    sql: `RESTORE DATABASE siyu FROM File(${str(join(folder, manifest.clickhouse.folder, '/'))})`,
    timeoutSeconds: longest,
  });
  const restored = new Map((await countTables(clickhouse)).map(({ table, rows }) => [table, rows]));
  for (const { table, rows } of manifest.clickhouse.tables) {
    if (restored.get(table) === rows) continue;
    throw new EngineError(
      `The ClickHouse table ${table} has ${restored.get(table) ?? 'no'} rows after the restore and had ${rows} in the backup. Do not use this data folder; take another copy of the backup.`,
    );
  }
}

/** Tables that hold rows themselves: not views and dictionaries. */
async function countTables(clickhouse: ClickHouse): Promise<ClickHouseTable[]> {
  const tables = await clickhouse.query<{ name: string }>({
    name: 'backup.tables',
    sql: `SELECT name FROM system.tables
      WHERE database = 'siyu' AND engine LIKE '%MergeTree' AND NOT startsWith(name, '.inner') ORDER BY name`,
    lane: 'admin',
  });
  const counts: ClickHouseTable[] = [];
  for (const { name } of tables) {
    const [row] = await clickhouse.query<{ rows: number }>({
      name: 'backup.count',
      sql: `SELECT count() AS rows FROM ${identifier(name)} SETTINGS final = 1`,
      lane: 'heavy',
      timeoutSeconds: longest,
    });
    counts.push({ table: name, rows: row?.rows ?? 0 });
  }
  return counts;
}
