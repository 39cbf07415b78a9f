import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migratePostgres, underMigrationLock } from '../../migrations/migrate-postgres.ts';
import { checkApplied, migrationFiles } from '../../migrations/migration-files.ts';
import { EngineError } from '../engines/engine-error.ts';
import type { Postgres } from '../postgres/index.ts';
import { readCompressed } from './checked-file.ts';
import type { Manifest, PostgresTable } from './manifest.ts';
import { foreignKeysOf, name, quote, tablesOf, tablesWithTriggers } from './postgres-catalogue.ts';
import type { Progress } from './progress.ts';

/** Refuses a database that holds anything of ours: restore fills an empty one and never mixes. */
export async function requireEmptyPostgres(postgres: Postgres): Promise<void> {
  const client = await postgres.pool.connect();
  try {
    const tables = await tablesOf(client);
    if (tables.length === 0) return;
    throw new EngineError(
      `The PostgreSQL database to restore into is not empty: it has ${tables.length} tables, such as ${tables[0]?.schema}.${tables[0]?.table}. Choose an empty data folder with SIYU_HOME, or an empty database with SIYU_POSTGRES_URL.`,
    );
  } finally {
    client.release();
  }
}

/** Makes the schema that the backup was taken from, by the migrations of that time, and fills it in one transaction. */
export async function loadPostgres(
  postgres: Postgres,
  folder: string,
  manifest: Manifest,
  { progress, at, migrations }: { progress: Progress; at: Date; migrations: string | undefined },
): Promise<void> {
  const applied = new Map(Object.entries(manifest.migrations.postgres));
  const files = migrationFiles('postgres', migrations);
  checkApplied('postgres', files, applied);
  const ofThatTime = files.filter((file) => applied.has(file.name));
  await underMigrationLock(postgres, (client) => migratePostgres(client, ofThatTime, at));
  if (manifest.postgres.tables.some((table) => table.schema === 'graphile_worker')) {
    await runMigrations({ pgPool: postgres.pool });
  }
  await underMigrationLock(postgres, async (client) => {
    await client.query('begin');
    try {
      await fill(client, folder, manifest, progress);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

/** Foreign keys and triggers are off while rows arrive in any order; making the keys again proves them. */
async function fill(
  client: pg.PoolClient,
  folder: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> {
  await client.query("set local search_path = ''");
  const { tables, sequences } = manifest.postgres;
  await makePartitions(client, tables);
  const foreignKeys = await foreignKeysOf(client);
  const withTriggers = await tablesWithTriggers(client);
  for (const key of foreignKeys)
    await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const table of withTriggers) await client.query(`alter table ${table} disable trigger user`);

  const names = tables.map((table) => name(table.schema, table.table));
  // Migrations may have put rows in; the backup has them too.
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
  for (const [index, table] of tables.entries()) {
    progress('postgres', `${table.schema}.${table.table}`, index, tables.length);
    await copyTable(client, folder, table);
  }
  for (const { schema, sequence, value, isCalled } of sequences) {
    await client.query('select pg_catalog.setval($1::regclass, $2, $3)', [
      name(schema, sequence),
      String(value),
      isCalled,
    ]);
  }

  for (const table of withTriggers) await client.query(`alter table ${table} enable trigger user`);
  for (const key of foreignKeys) {
    await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  }
}

/** Partitions that were made while the system ran are in no migration. */
async function makePartitions(
  client: pg.PoolClient,
  tables: readonly PostgresTable[],
): Promise<void> {
  for (const { schema, table, partition } of tables) {
    if (partition === null) continue;
    await client.query(`create table if not exists ${name(schema, table)} ${partition}`);
  }
}

async function copyTable(
  client: pg.PoolClient,
  folder: string,
  table: PostgresTable,
): Promise<void> {
  const target = name(table.schema, table.table);
  const columns = table.columns.map(quote).join(', ');
  const copy = client.query(copyFrom(`copy ${target} (${columns}) from stdin`));
  await readCompressed(folder, table.file, copy);
  if (copy.rowCount !== table.rows) {
    throw new EngineError(
      `${target} has ${copy.rowCount} rows after the restore and had ${table.rows} in the backup. Nothing was kept; take another copy of the backup.`,
    );
  }
}
