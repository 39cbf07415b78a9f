import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runMigrations } from 'graphile-worker';
import { pino } from 'pino';
import { migrate } from '../../migrations/run.ts';
import { type ClickHouse, openClickHouse } from '../clickhouse/index.ts';
import { openPostgres, type Postgres } from '../postgres/index.ts';
import { backup, restore } from './index.ts';

const logger = pino({ level: 'silent' });
const at = new Date('2026-01-31T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'siyu-backup-'));
const to = join(folder, "a shop's backup");

interface Engines {
  postgres: Postgres;
  clickhouse: ClickHouse;
  close(): Promise<void>;
}

/** The embedded pair of a data folder, as the server opens it. One at a time: chDB has one folder per process. */
async function open(home: string): Promise<Engines> {
  const postgres = await openPostgres({ home: join(folder, home), logger });
  const clickhouse = await openClickHouse({ home: join(folder, home), logger });
  return {
    postgres,
    clickhouse,
    async close() {
      await Promise.all([postgres.close(), clickhouse.close()]);
    },
  };
}

const contentSql = {
  parent: 'select * from shop.parent order by id',
  child: 'select * from shop.child order by id',
  odd: 'select * from shop."odd ""name""" order by 1',
  measured: 'select * from shop.measured order by at',
  jobs: 'select * from graphile_worker._private_jobs order by id',
};

const clickHouseSql = {
  fact: 'SELECT id, bitmapCardinality(people) AS people FROM fact ORDER BY id',
  latest: 'SELECT * FROM latest FINAL ORDER BY id',
  migrated: 'SELECT * FROM platform_migration ORDER BY name, statement',
};

async function contents({ postgres, clickhouse }: Engines): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [table, sql] of Object.entries(contentSql))
    found[table] = (await postgres.pool.query(sql)).rows;
  for (const [table, sql] of Object.entries(clickHouseSql)) {
    found[table] = await clickhouse.query({ name: 'test', sql });
  }
  return found;
}

/** Everything that makes copying tables hard. */
const schema = `
  create schema shop;
  create table shop.parent (
    id bigint generated always as identity primary key, boss bigint references shop.parent,
    favourite bigint, name text not null, body bytea, detail jsonb, tags text[], price numeric(12, 2),
    seen timestamptz, size int generated always as (length(name)) stored);
  create table shop.child (id serial primary key, parent bigint not null references shop.parent);
  alter table shop.parent add foreign key (favourite) references shop.child deferrable;
  create table shop."odd ""name""" ("a b" int, gone int, "select" text);
  alter table shop."odd ""name""" drop column gone;
  create table shop.measured (at date, n int) partition by range (at);
  create function shop.refuse() returns trigger language plpgsql as $$ begin raise exception 'append only'; end $$;
  create trigger append_only before update or delete or truncate on shop.child execute function shop.refuse();
`;

const rows = `
  insert into shop.parent (boss, name, body, detail, tags, price, seen)
    select nullif(n - 1, 0), E'tab\\t \\\\ \\n 私域 ' || n, decode(md5(n::text), 'hex'), jsonb_build_object('n', n),
           array['a', null, 'b"c'], n / 3.0, '2026-01-31 12:00:00.123456+08'
      from generate_series(1, 500) n;
  insert into shop.child (parent) select id from shop.parent;
  update shop.parent set favourite = id;
  insert into shop."odd ""name""" values (1, '\\N'), (2, null), (3, '');
  create table shop.measured_2026 partition of shop.measured
    for values from ('2026-01-01') to ('2027-01-01');
  insert into shop.measured values ('2026-05-05', 1);
  select graphile_worker.add_job('mail', '{"to": 1}');`;

const migrations = join(folder, 'migrations');
/** The shop until its backup is made; then the empty folder into which it is restored. */
let engines: Engines;
let backedUp: Record<string, unknown>;
let lastParent: number;

before(async () => {
  cpSync(join(import.meta.dirname, '../../migrations'), migrations, { recursive: true });
  writeFileSync(join(migrations, 'postgres', '20990101000000-shop-tables.sql'), schema);
  writeFileSync(
    join(migrations, 'clickhouse', '20990101000000-shop-tables.sql'),
    `CREATE TABLE IF NOT EXISTS fact (id UInt64, people AggregateFunction(groupBitmap, UInt32))
       ENGINE = MergeTree ORDER BY id;
     CREATE TABLE IF NOT EXISTS latest (id UInt64, version UInt64)
       ENGINE = ReplacingMergeTree(version) ORDER BY id`,
  );
  engines = await open('source');
  const { postgres, clickhouse } = engines;
  await migrate(postgres, clickhouse, logger, at, migrations);
  await runMigrations({ pgPool: postgres.pool });
  await postgres.pool.query(rows);
  await clickhouse.command({
    name: 'test.fill',
    sql: `INSERT INTO fact SELECT number % 10, groupBitmapState(toUInt32(number))
      FROM numbers(100000) GROUP BY 1`,
  });
  for (const version of [1, 2, 3]) {
    await clickhouse.insert({ table: 'latest', rows: [{ id: 1, version }] });
  }
});

after(async () => {
  await engines.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a backup taken while people write holds one moment', async () => {
  const { pool } = engines.postgres;
  backedUp = await contents(engines);
  const tooLate = "insert into shop.parent (name) values ('too late')";
  const manifest = await backup({
    ...engines,
    to,
    logger,
    at,
    async whileClickHouseRests(work) {
      const done = await work();
      await pool.query(tooLate);
      return done;
    },
    onProgress: () => void pool.query(tooLate),
  });
  assert.equal(manifest.madeAt, at.toISOString());
  assert.equal(manifest.postgres.tables.find(({ table }) => table === 'parent')?.rows, 500);
  assert.deepEqual(
    manifest.clickhouse.tables.filter(({ table }) => table === 'fact' || table === 'latest'),
    [
      { table: 'fact', rows: 10 },
      { table: 'latest', rows: 1 },
    ],
  );
  lastParent = await nextParent(engines);
});

test('a folder that is no backup is refused', async () => {
  await assert.rejects(restore({ ...engines, from: folder, logger }), /is not a backup/);
});

test('a folder with something in it is not written over', async () => {
  await assert.rejects(backup({ ...engines, to, logger }), /is not empty/);
});

test('nothing is restored over what is there', async () => {
  await assert.rejects(
    restore({ ...engines, from: to, logger, migrations }),
    /is not empty: it has/,
  );
});

test('a backup that fails leaves nothing behind', async () => {
  const failed = join(folder, 'failed');
  const backingUp = backup({
    ...engines,
    to: failed,
    logger,
    onProgress(engine) {
      if (engine === 'postgres') throw new Error('the cable was pulled');
    },
  });
  await assert.rejects(backingUp, /the cable was pulled/);
  assert.equal(existsSync(failed), false);
  assert.equal(existsSync(`${failed}.partial`), false);
  await engines.postgres.ping();
});

test('a damaged backup and one of a newer Siyu are refused before anything is restored', async () => {
  await engines.close();
  engines = await open('target');
  const damaged = join(folder, 'damaged');
  cpSync(to, damaged, { recursive: true });
  appendFileSync(join(damaged, 'postgres', 'shop.parent.copy.zst'), 'x');
  await assert.rejects(
    restore({ ...engines, from: damaged, logger, migrations }),
    /is damaged: postgres\/shop\.parent\.copy\.zst is not as it was written/,
  );
  await assert.rejects(restore({ ...engines, from: to, logger }), /written by a newer Siyu/);
});

test('a backup comes back whole in an empty folder', async () => {
  await restore({ ...engines, from: to, logger, at, migrations });
  const { postgres, clickhouse } = engines;
  assert.deepEqual(await contents(engines), backedUp);
  const { applied } = await migrate(postgres, clickhouse, logger, at, migrations);
  assert.deepEqual(applied, []);
});

test('what is restored goes on as before: numbers, append-only tables, foreign keys', async () => {
  const { pool } = engines.postgres;
  const next = await nextParent(engines);
  assert.ok(next > 500 && next <= lastParent, `${next}`);
  await assert.rejects(pool.query('delete from shop.child'), /append only/);
  const orphan = 'insert into shop.child (parent) values (999999)';
  await assert.rejects(pool.query(orphan), /foreign key/);
});

async function nextParent({ postgres }: Engines): Promise<number> {
  const { rows } = await postgres.pool.query<{ id: number }>(
    "insert into shop.parent (name) values ('next') returning id",
  );
  return rows[0]?.id ?? 0;
}
