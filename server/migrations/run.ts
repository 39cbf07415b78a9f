import type { Logger } from 'pino';
import type { ClickHouse } from '../platform/clickhouse/index.ts';
import type { Postgres } from '../platform/postgres/index.ts';
import { migrateClickHouse } from './migrate-clickhouse.ts';
import { migratePostgres, underMigrationLock } from './migrate-postgres.ts';
import { migrationFiles } from './migration-files.ts';

/**
 * Brings both engines to the schema of this code: forward only, each file once, PostgreSQL first. One server at a time does it,
 * under an advisory lock of PostgreSQL; the others wait and then find nothing to do. `folder` replaces the folder of this file.
 */
export async function migrate(
  postgres: Postgres,
  clickhouse: ClickHouse,
  logger: Logger,
  at = new Date(),
  folder?: string,
): Promise<{ applied: string[] }> {
  return underMigrationLock(postgres, async (client) => {
    const inPostgres = await migratePostgres(client, migrationFiles('postgres', folder), at);
    const inClickHouse = await migrateClickHouse(
      clickhouse,
      migrationFiles('clickhouse', folder),
      at,
    );
    const applied = [
      ...inPostgres.map((name) => `postgres/${name}`),
      ...inClickHouse.map((name) => `clickhouse/${name}`),
    ];
    if (applied.length > 0) logger.info({ applied }, 'migrations applied');
    return { applied };
  });
}
