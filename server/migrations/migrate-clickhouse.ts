import type { ClickHouse } from '../platform/clickhouse/index.ts';
import { EngineError, messageOf } from '../platform/engines/engine-error.ts';
import { checkApplied, checksum, type MigrationFile } from './migration-files.ts';
import { splitStatements } from './split-statements.ts';

const recordTable = `CREATE TABLE IF NOT EXISTS platform_migration (
  name String, statement UInt32, statement_checksum String, file_checksum String, applied_at DateTime64(3)
) ENGINE = MergeTree ORDER BY (name, statement) SETTINGS fsync_after_insert = 1, fsync_part_directory = 1`;

interface RecordedStatement {
  name: string;
  statement: number;
  statement_checksum: string;
  file_checksum: string;
}

/**
 * Applies what is missing, statement by statement. ClickHouse has no transactions: each statement is recorded after it ran,
 * so a crash repeats at most one, which therefore must bear repeating (IF NOT EXISTS). The record lives in ClickHouse, where it
 * shares the fate of what it describes. Returns the names of the files that were completed now.
 */
export async function migrateClickHouse(
  clickhouse: ClickHouse,
  files: readonly MigrationFile[],
  at: Date,
): Promise<string[]> {
  await clickhouse.command({ name: 'migration.prepare', sql: recordTable });
  const recorded = await clickhouse.query<RecordedStatement>({
    name: 'migration.applied',
    sql: 'SELECT name, statement, statement_checksum, file_checksum FROM platform_migration ORDER BY name, statement',
    lane: 'admin',
  });
  const plans = files.map((file) => ({ file, statements: splitStatements(file.sql) }));
  const done = (name: string) => recorded.filter((row) => row.name === name);
  checkApplied('clickhouse', files, completed(recorded, plans));

  const applied: string[] = [];
  for (const { file, statements } of plans) {
    const before = done(file.name);
    checkBegun(file, statements, before);
    for (const [index, sql] of statements.entries()) {
      if (before.some((row) => row.statement === index)) continue;
      await apply(clickhouse, file, index, sql, at);
    }
    if (before.length < statements.length) applied.push(file.name);
  }
  return applied;
}

/** Files whose every statement ran, or that we do not have: for those the file as a whole must be as it was. */
function completed(
  recorded: readonly RecordedStatement[],
  plans: readonly { file: MigrationFile; statements: readonly string[] }[],
): Map<string, string> {
  const begun = new Set(
    plans
      .filter(
        ({ file, statements }) =>
          recorded.filter((row) => row.name === file.name).length < statements.length,
      )
      .map(({ file }) => file.name),
  );
  return new Map(
    recorded.filter((row) => !begun.has(row.name)).map((row) => [row.name, row.file_checksum]),
  );
}

/** A file that stopped in the middle may be mended behind the statements that ran, not in them. */
function checkBegun(
  file: MigrationFile,
  statements: readonly string[],
  before: readonly RecordedStatement[],
): void {
  for (const row of before) {
    if (checksum(statements[row.statement] ?? '') === row.statement_checksum) continue;
    throw new EngineError(
      `Statement ${row.statement + 1} of migration clickhouse/${file.name} was changed after it had been applied. Restore it and put the change into a new migration; in development, an empty data folder will do.`,
    );
  }
}

async function apply(
  clickhouse: ClickHouse,
  file: MigrationFile,
  index: number,
  sql: string,
  at: Date,
): Promise<void> {
  try {
    await clickhouse.command({ name: `migration.${file.name}`, sql, timeoutSeconds: 24 * 3600 });
  } catch (error) {
    throw new EngineError(
      `Statement ${index + 1} of migration clickhouse/${file.name} failed: ${messageOf(error)} The statements before it are applied and are not repeated.`,
    );
  }
  const row = {
    name: file.name,
    statement: index,
    statement_checksum: checksum(sql),
    file_checksum: file.checksum,
    applied_at: at,
  };
  await clickhouse.insert({ table: 'platform_migration', rows: [row], lane: 'admin' });
}
