import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { writeCompressed } from './checked-file.ts';
import type { BackupFile, Manifest, PostgresTable } from './manifest.ts';
import { migrationsOf, name, quote, sequencesOf, tablesOf } from './postgres-catalogue.ts';
import type { Progress } from './progress.ts';

/** A connection that goes on seeing the database as it is at this moment. */
export async function openSnapshot(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query('set local statement_timeout = 0');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    // Names come out qualified.
    await client.query("set local search_path = ''");
    // The snapshot is taken by the first query, not by begin.
    await client.query('select from pg_catalog.pg_class limit 1');
    return client;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Copies every table as the snapshot sees it: COPY text, which any later PostgreSQL on any machine reads, in zstd. */
export async function dumpPostgres(
  client: pg.PoolClient,
  folder: string,
  progress: Progress,
): Promise<
  Pick<Manifest, 'postgres'> & { migrations: Record<string, string>; files: BackupFile[] }
> {
  mkdirSync(join(folder, 'postgres'), { mode: 0o700 });
  const outlines = await tablesOf(client);
  const tables: PostgresTable[] = [];
  const files: BackupFile[] = [];
  for (const [index, outline] of outlines.entries()) {
    progress('postgres', `${outline.schema}.${outline.table}`, index, outlines.length);
    const path = `postgres/${encodeURIComponent(`${outline.schema}.${outline.table}`)}.copy.zst`;
    const columns = outline.columns.map(quote).join(', ');
    const source = client.query(
      copyTo(`copy (select ${columns} from ${name(outline.schema, outline.table)}) to stdout`),
    );
    files.push(await writeCompressed(source, folder, path));
    tables.push({ ...outline, file: path, rows: source.rowCount });
  }
  return {
    migrations: await migrationsOf(client),
    postgres: { tables, sequences: await sequencesOf(client) },
    files,
  };
}
