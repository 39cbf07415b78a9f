import type pg from 'pg';
import { EngineError, messageOf } from '../platform/engines/engine-error.ts';
import type { Postgres } from '../platform/postgres/index.ts';
import { checkApplied, type MigrationFile } from './migration-files.ts';

/** Any number, as long as all servers of one database use the same: the lock under which one of them migrates. */
const migrationLock = 727_394_001;

/** Runs `work` on one connection while no other server migrates this database; waits for its turn. */
export async function underMigrationLock<R>(
  postgres: Postgres,
  work: (client: pg.PoolClient) => Promise<R>,
): Promise<R> {
  const client = await postgres.pool.connect();
  let clean = false;
  try {
    await client.query('set statement_timeout = 0');
    await client.query('set idle_in_transaction_session_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const result = await work(client);
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    await client.query('reset all');
    clean = true;
    return result;
  } finally {
    // A connection in doubt is closed, which also gives the lock back.
    client.release(!clean);
  }
}

/** Applies what is missing, each file with its record in one transaction. Returns the names applied now. */
export async function migratePostgres(
  client: pg.ClientBase,
  files: readonly MigrationFile[],
  at: Date,
): Promise<string[]> {
  await client.query('create schema if not exists platform');
  await client.query(
    `create table if not exists platform.migration (
       name text primary key, checksum text not null, applied_at timestamptz not null)`,
  );
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from platform.migration',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  checkApplied('postgres', files, applied);
  const missing = files.filter((file) => !applied.has(file.name));
  for (const file of missing) await apply(client, file, at);
  return missing.map((file) => file.name);
}

async function apply(client: pg.ClientBase, file: MigrationFile, at: Date): Promise<void> {
  await client.query('begin');
  try {
    await client.query(file.sql);
    await client.query(
      'insert into platform.migration (name, checksum, applied_at) values ($1, $2, $3)',
      [file.name, file.checksum, at],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new EngineError(
      `Migration postgres/${file.name}${lineOf(file.sql, error)} failed and was rolled back: ${messageOf(error)}.`,
    );
  }
}

function lineOf(sql: string, error: unknown): string {
  const position =
    typeof error === 'object' && error && 'position' in error ? Number(error.position) : 0;
  return position > 0 ? `, line ${sql.slice(0, position).split('\n').length},` : '';
}
