import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Logger } from 'pino';
import type { ClickHouse } from '../clickhouse/index.ts';
import { EngineError } from '../engines/engine-error.ts';
import type { Postgres } from '../postgres/index.ts';
import { checkFiles } from './checked-file.ts';
import { dumpClickHouse, loadClickHouse, requireEmptyClickHouse } from './clickhouse.ts';
import { dumpPostgres, openSnapshot } from './dump-postgres.ts';
import { loadPostgres, requireEmptyPostgres } from './load-postgres.ts';
import { type Manifest, readManifest, writeManifest } from './manifest.ts';
import type { Progress } from './progress.ts';

export type { Manifest } from './manifest.ts';
export type { Progress } from './progress.ts';

/**
 * Writes both engines to the new folder `to` while the server works on, and returns what the folder holds.
 *
 * PostgreSQL is read in one snapshot. `whileClickHouseRests` must run its argument while nothing is written to ClickHouse
 * (the pipeline's consumer pauses; the log goes on accepting): the snapshot and ClickHouse's backup happen inside it, so
 * that both are of one moment. Left out, the caller knows that nothing writes.
 */
export async function backup(options: {
  postgres: Postgres;
  clickhouse: ClickHouse;
  to: string;
  logger: Logger;
  onProgress?: Progress;
  whileClickHouseRests?: <R>(work: () => Promise<R>) => Promise<R>;
  at?: Date;
}): Promise<Manifest> {
  const { postgres, clickhouse, logger, onProgress = () => undefined, at = new Date() } = options;
  const rest = options.whileClickHouseRests ?? ((work) => work());
  const to = resolve(options.to);
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new EngineError(`${to} is not empty. Name a new folder for the backup.`);
  }
  const folder = `${to}.partial`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    const { snapshot, inClickHouse } = await rest(async () => {
      const snapshot = await openSnapshot(postgres.pool);
      try {
        onProgress('clickhouse', 'siyu', 0, 1);
        return { snapshot, inClickHouse: await dumpClickHouse(clickhouse, folder) };
      } catch (error) {
        snapshot.release(true);
        throw error;
      }
    });
    const inPostgres = await dumpPostgres(snapshot, folder, onProgress).finally(() =>
      snapshot.release(true),
    );
    const manifest: Manifest = {
      format: 1,
      madeAt: at.toISOString(),
      versions: await versions(postgres, clickhouse),
      migrations: { postgres: inPostgres.migrations },
      postgres: inPostgres.postgres,
      clickhouse: inClickHouse.clickhouse,
      files: [...inPostgres.files, ...inClickHouse.files],
    };
    writeManifest(folder, manifest);
    rmSync(to, { recursive: true, force: true });
    renameSync(folder, to);
    logger.info({ to, bytes: sizeOf(manifest) }, 'backup written');
    return manifest;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Brings a backup back into two empty engines, opened and not yet migrated, and compares every count. Newer migrations of
 * this code are not run here: the next start does it. Throws before it writes when the backup is damaged, of a newer Siyu,
 * or the target is not empty.
 */
export async function restore(options: {
  postgres: Postgres;
  clickhouse: ClickHouse;
  from: string;
  logger: Logger;
  onProgress?: Progress;
  at?: Date;
  /** Folder of the migrations; left out, that of this code. */
  migrations?: string;
}): Promise<Manifest> {
  const { postgres, clickhouse, logger, onProgress = () => undefined, at = new Date() } = options;
  const from = resolve(options.from);
  const manifest = readManifest(from);
  await requireEmptyPostgres(postgres);
  await requireEmptyClickHouse(clickhouse);
  await checkFiles(from, manifest.files);
  await loadPostgres(postgres, from, manifest, {
    progress: onProgress,
    at,
    migrations: options.migrations,
  });
  onProgress('clickhouse', 'siyu', 0, 1);
  await loadClickHouse(clickhouse, from, manifest);
  logger.info({ from, madeAt: manifest.madeAt }, 'backup restored');
  return manifest;
}

async function versions(postgres: Postgres, clickhouse: ClickHouse): Promise<Manifest['versions']> {
  const { rows } = await postgres.pool.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  const [row] = await clickhouse.query<{ version: string }>({
    name: 'backup.version',
    sql: 'SELECT version() AS version',
  });
  return { postgres: rows[0]?.version ?? '', clickhouse: row?.version ?? '' };
}

function sizeOf(manifest: Manifest): number {
  return manifest.files.reduce((total, file) => total + file.bytes, 0);
}
