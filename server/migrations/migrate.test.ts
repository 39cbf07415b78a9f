import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestEngines, testEngines, testLogger } from '../testing/engines.ts';
import { migrateClickHouse } from './migrate-clickhouse.ts';
import { migratePostgres, underMigrationLock } from './migrate-postgres.ts';
import { checksum, type MigrationFile, migrationFiles } from './migration-files.ts';
import { migrate } from './run.ts';

const at = new Date('2026-01-31T12:00:00Z');
let engines: TestEngines;

before(async () => {
  engines = await testEngines();
});

after(() => engines.close());

function file(name: string, sql: string): MigrationFile {
  return { name, sql, checksum: checksum(sql) };
}

/** The migrations of the house, which are applied, and these. */
function inPostgres(...files: MigrationFile[]): Promise<string[]> {
  const all = [...migrationFiles('postgres'), ...files];
  return underMigrationLock(engines.postgres, (client) => migratePostgres(client, all, at));
}

function inClickHouse(...files: MigrationFile[]): Promise<string[]> {
  return migrateClickHouse(engines.clickhouse, [...migrationFiles('clickhouse'), ...files], at);
}

test('a migrated pair has nothing to do', async () => {
  assert.deepEqual(await migrate(engines.postgres, engines.clickhouse, testLogger), {
    applied: [],
  });
});

test('each file is applied once, in the order of names, also one that comes late', async () => {
  const second = file('20300102000000-test-second.sql', 'create table second (n int)');
  const first = file('20300101000000-test-first.sql', 'create table first (n int)');
  assert.deepEqual(await inPostgres(second), [second.name]);
  assert.deepEqual(await inPostgres(first, second), [first.name]);
  assert.deepEqual(await inPostgres(first, second), []);
  await engines.postgres.pool.query("delete from platform.migration where name like '2030%'");
});

test('servers that start together apply each file once', async () => {
  const slow = file(
    '20300201000000-test-slow.sql',
    'create table slow (n int); select pg_sleep(0.2)',
  );
  const applied = await Promise.all([inPostgres(slow), inPostgres(slow), inPostgres(slow)]);
  assert.deepEqual(applied.flat(), [slow.name]);
  await engines.postgres.pool.query("delete from platform.migration where name like '2030%'");
});

test('a file that fails leaves nothing of itself and names its line', async () => {
  const broken = file(
    '20300301000000-test-broken.sql',
    'create table half (n int);\nselect nonsense;',
  );
  await assert.rejects(
    inPostgres(broken),
    /postgres\/20300301000000-test-broken\.sql, line 2, failed and was rolled back/,
  );
  const { rows } = await engines.postgres.pool.query("select to_regclass('half') as half");
  assert.deepEqual(rows, [{ half: null }]);
});

test('a file that was changed after it had been applied is refused', async () => {
  const name = '20300401000000-test-changed.sql';
  await inPostgres(file(name, 'create table changed (n int)'));
  await assert.rejects(
    inPostgres(file(name, 'create table changed (m int)')),
    /was changed after it had been applied/,
  );
  await inPostgres(file(name, 'create table changed (n int)'));
});

test('data of a newer Siyu are refused', async () => {
  await assert.rejects(
    inPostgres(),
    /written by a newer Siyu: migration postgres\/20300401000000-test-changed\.sql/,
  );
});

test('ClickHouse goes on behind the statements that ran when it stopped in the middle', async () => {
  const name = '20300101000000-test-steps.sql';
  const counting =
    'CREATE TABLE step (n UInt8) ENGINE = MergeTree ORDER BY n; INSERT INTO step VALUES (1);';
  await assert.rejects(
    inClickHouse(file(name, `${counting} INSERT INTO nowhere VALUES (1);`)),
    /Statement 3 of migration clickhouse\/20300101000000-test-steps\.sql failed.*not repeated/s,
  );
  assert.deepEqual(await inClickHouse(file(name, `${counting} INSERT INTO step VALUES (2);`)), [
    name,
  ]);
  const sql = 'SELECT groupArray(n) AS n FROM (SELECT n FROM step ORDER BY n)';
  assert.deepEqual(await engines.clickhouse.query({ name: 'test', sql }), [{ n: [1, 2] }]);
  await assert.rejects(
    inClickHouse(file(name, `${counting} INSERT INTO step VALUES (3);`)),
    /was changed after it had been applied/,
  );
});

test('a statement that ran may not be changed, even while its file is unfinished', async () => {
  const name = '20300102000000-test-unfinished.sql';
  const steps = migrationFiles('clickhouse');
  const first = file(
    '20300101000000-test-steps.sql',
    'CREATE TABLE step (n UInt8) ENGINE = MergeTree ORDER BY n; INSERT INTO step VALUES (1); INSERT INTO step VALUES (2);',
  );
  const run = (sql: string) =>
    migrateClickHouse(engines.clickhouse, [...steps, first, file(name, sql)], at);
  await assert.rejects(
    run('CREATE TABLE one (n UInt8) ENGINE = Memory; SELECT nonsense;'),
    /Statement 2/,
  );
  await assert.rejects(
    run('CREATE TABLE two (n UInt8) ENGINE = Memory; SELECT 1;'),
    /Statement 1 .* was changed/,
  );
});
