import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { migrateClickHouse } from '../migrations/migrate-clickhouse.ts';
import { migrationFiles } from '../migrations/migration-files.ts';
import { type ClickHouse, openClickHouse } from '../platform/clickhouse/index.ts';
import { connect, type Postgres } from '../platform/postgres/index.ts';
import { joinTestCluster, leaveTestCluster, underTestLock } from './test-cluster.ts';
import { cloneTemplate, dropDatabase, dropLeftovers, ensureTemplate } from './test-databases.ts';

export interface TestEngines {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  /** A folder of this test file, removed on close. */
  readonly home: string;
  close(): Promise<void>;
}

/** What tests of the engines say only matters when something is wrong. */
export const testLogger = pino({ level: process.env.SIYU_TEST_LOG ?? 'error' });

/**
 * Both engines, migrated and empty, for one test file: a database cloned from a template in the PostgreSQL that all test
 * processes share, and a ClickHouse in this process. Call it in `before` and `close()` in `after`; one at a time per process.
 */
export async function testEngines(): Promise<TestEngines> {
  const home = mkdtempSync(join(tmpdir(), 'siyu-file-'));
  const [postgres, clickhouse] = await Promise.all([testPostgres(), testClickHouse(home)]);
  return {
    postgres,
    clickhouse,
    home,
    async close() {
      await Promise.all([postgres.close(), clickhouse.close()]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Only PostgreSQL, for tests that need no ClickHouse: saves a second. */
export async function testPostgres(): Promise<Postgres> {
  return underTestLock(async () => {
    const address = await joinTestCluster(testLogger);
    await dropLeftovers(address);
    const database = await cloneTemplate(address, await ensureTemplate(address));
    return connect({ ...address, database }, 20, testLogger, () =>
      underTestLock(async () => {
        await dropDatabase(address, database);
        await leaveTestCluster(address, testLogger);
      }),
    );
  });
}

/** Only ClickHouse, in a folder that the caller removes. */
export async function testClickHouse(home: string): Promise<ClickHouse> {
  const clickhouse = await openClickHouse({
    home,
    logger: testLogger,
    memoryLimitBytes: 2 * 1024 ** 3,
  });
  await migrateClickHouse(clickhouse, migrationFiles('clickhouse'), new Date());
  return clickhouse;
}
