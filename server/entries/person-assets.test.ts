import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import { type TestApp, testApp } from '../testing/app.ts';

let app: TestApp;
before(async () => {
  app = await testApp();
});
after(() => app.close());

/** Columns that tie a row to a person. */
const ties = ['identity_id', 'person_id', 'person'];

const registered = (store: 'postgres' | 'clickhouse') =>
  app.platform.registries.personAssets
    .filter((asset) => asset.store === store)
    .map((asset) => asset.table)
    .sort();

it('every PostgreSQL table with a person in it says how its rows are erased and exported', async () => {
  const { rows } = await sql<{ table: string }>`
    select distinct table_schema || '.' || table_name as table
    from information_schema.columns
    where column_name = any(${ties}::text[]) and table_schema not in ('information_schema', 'pg_catalog')
      and table_name not like '%\\_default' and table_name not similar to '%\\_p[0-9]+'
    order by 1`.execute(app.platform.postgres.db<unknown>());
  assert.deepEqual(
    registered('postgres'),
    rows.map((row) => row.table),
  );
});

it('every ClickHouse table with a person in it says how its rows are erased', async () => {
  const rows = await app.platform.clickhouse.query<{ table: string }>({
    name: 'test.tables',
    sql: `SELECT DISTINCT table FROM system.columns
      WHERE database = 'siyu' AND name IN ('identity_id', 'person') AND table NOT IN ('identity_person') ORDER BY table`,
  });
  assert.deepEqual(
    registered('clickhouse'),
    rows.map((row) => row.table),
  );
});
