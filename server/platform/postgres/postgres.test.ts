import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { pino } from 'pino';
import { testPostgres } from '../../testing/engines.ts';
import { openPostgres, type Postgres } from './index.ts';

let postgres: Postgres;

interface Tables {
  fact: { n: number };
}

before(async () => {
  postgres = await testPostgres();
  await postgres.pool.query('create table fact (n int primary key)');
});

after(() => postgres.close());

async function one(expression: string): Promise<unknown> {
  const { rows } = await postgres.pool.query<{ v: unknown }>(`select ${expression} as v`);
  return rows[0]?.v;
}

test('a bigint is a number, and a bigint proper where a number would be nearly right', async () => {
  assert.equal(await one('42::int8'), 42);
  assert.equal(await one('-9007199254740991::int8'), -9007199254740991);
  assert.equal(await one('9007199254740993::int8'), 9007199254740993n);
  assert.deepEqual(await one("'{1,NULL,9007199254740993}'::int8[]"), [1, null, 9007199254740993n]);
  assert.deepEqual(await one("'{}'::int8[]"), []);
});

test('a moment is a Date, a day stays the day it is, exact decimals stay text', async () => {
  assert.deepEqual(
    await one("'2026-01-31 12:00:00+08'::timestamptz"),
    new Date('2026-01-31T04:00:00Z'),
  );
  assert.equal(await one("'2026-01-31'::date"), '2026-01-31');
  assert.equal(await one('0.10::numeric(9,2)'), '0.10');
});

test('a transaction commits what resolves and rolls back what rejects', async () => {
  await postgres.transaction<Tables, void>(async (tx) => {
    await tx.insertInto('fact').values({ n: 1 }).execute();
  });
  const failing = postgres.transaction<Tables, void>(async (tx) => {
    await tx.insertInto('fact').values({ n: 2 }).execute();
    throw new Error('no');
  });
  await assert.rejects(failing, /no/);
  const rows = await postgres.db<Tables>().selectFrom('fact').selectAll().execute();
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('a statement has a time limit, which a transaction may set for itself and not for the next', async () => {
  assert.equal(await one("current_setting('statement_timeout')"), '30s');
  const slow = postgres.transaction<Tables, unknown>((tx) => sql`select pg_sleep(5)`.execute(tx), {
    statementTimeoutSeconds: 0.1,
  });
  await assert.rejects(slow, { code: '57014' });
  assert.equal(await one("current_setting('statement_timeout')"), '30s');
});

test('a connection lost in the middle of a transaction fails that transaction, not the process', async () => {
  const lost = postgres.transaction<Tables, unknown>(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    await postgres.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    return tx.selectFrom('fact').selectAll().execute();
  });
  await assert.rejects(lost);
  await postgres.ping();
});

test('text sorts by code point and knows upper and lower case of every script', async () => {
  assert.deepEqual(
    await one("array(select x from unnest(array['b','B','a','É','é','私']) x order by x)"),
    ['B', 'a', 'b', 'É', 'é', '私'],
  );
  assert.equal(await one("lower('ÉÀ')"), 'éà');
});

test('closing waits for what runs, but not for ever for a connection that nobody gives back', async () => {
  const other = await testPostgres();
  const running = other.pool.query('select pg_sleep(0.3)');
  const lost = await other.pool.connect();
  assert.ok(lost);
  const startedAt = performance.now();
  await other.close();
  await running;
  assert.ok(performance.now() - startedAt < 8000);
});

test('an external server that cannot be reached is named, its password is not', async () => {
  const url = 'postgres://siyu:secret@127.0.0.1:1/siyu';
  const opening = openPostgres({ url, home: '/nowhere', logger: pino({ level: 'silent' }) });
  await assert.rejects(opening, (error) => {
    assert.match(String(error), /127\.0\.0\.1:1\/siyu cannot be used.*SIYU_POSTGRES_URL/);
    assert.doesNotMatch(String(error), /secret/);
    return true;
  });
});

test('an external server is used by its address', async () => {
  const { host, port, user, database } = postgres.pool.options;
  const url = `postgres://${user}@/${database}?host=${host}&port=${port}`;
  const external = await openPostgres({ url, home: '/nowhere', logger: pino({ level: 'silent' }) });
  await external.ping();
  await external.close();
});
