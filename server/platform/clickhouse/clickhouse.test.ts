import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { type ClickHouse, ClickHouseError, openClickHouse } from './index.ts';

const home = mkdtempSync(join(tmpdir(), 'siyu-clickhouse-'));
const logger = pino({ level: 'silent' });
const endless = 'SELECT count() AS n FROM numbers(1000000000000) WHERE sipHash64(number) = 1';
let clickhouse: ClickHouse;

before(async () => {
  clickhouse = await openClickHouse({ home, logger, memoryLimitBytes: 2 * 1024 ** 3 });
  await clickhouse.command({
    name: 'test.table',
    sql: `CREATE TABLE fact (id UInt64, text String, time DateTime64(3))
      ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100`,
  });
});

after(async () => {
  await clickhouse.close();
  rmSync(home, { recursive: true, force: true });
});

async function count(where = 'true'): Promise<number> {
  const rows = await clickhouse.query<{ n: number }>({
    name: 'test.count',
    sql: `SELECT count() AS n FROM fact WHERE ${where}`,
  });
  return rows[0]?.n ?? -1;
}

async function running(): Promise<number> {
  const rows = await clickhouse.query<{ n: number }>({
    name: 'test.running',
    sql: "SELECT count() AS n FROM system.processes WHERE query LIKE '%sipHash64(number) = 1'",
    lane: 'admin',
  });
  return rows[0]?.n ?? -1;
}

async function milliseconds(work: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work;
  return performance.now() - startedAt;
}

test('rows come back as they went in', async () => {
  const rows = [
    { id: 1, text: "line\nbreak, quote ' and \\ and 私域", time: '2026-01-31T12:00:00.123Z' },
    { id: 2, text: '', time: '1999-12-31T23:59:59.000Z' },
  ];
  await clickhouse.insert({ table: 'fact', rows });
  const sql = 'SELECT id, text, time FROM fact WHERE id IN (1, 2) ORDER BY id';
  assert.deepEqual(await clickhouse.query({ name: 'test.rows', sql }), rows);
});

test('a buffer of JSON lines is inserted as it is', async () => {
  const lines = Buffer.from('{"id":10,"text":"a"}\n{"id":11,"text":"b"}\n');
  await clickhouse.insert({ table: 'fact', rows: lines });
  assert.equal(await count('id IN (10, 11)'), 2);
});

test('the same token writes the rows once, no token writes them each time', async () => {
  const rows = [{ id: 20, text: 'once' }];
  await clickhouse.insert({ table: 'fact', rows, token: "block '1'" });
  await clickhouse.insert({ table: 'fact', rows, token: "block '1'" });
  assert.equal(await count('id = 20'), 1);
  await clickhouse.insert({ table: 'fact', rows });
  await clickhouse.insert({ table: 'fact', rows });
  assert.equal(await count('id = 20'), 3);
});

test('an insert with one bad row or a field that the table lacks writes nothing and says where', async () => {
  const bad = [{ id: 30 }, { id: 'thirty-one' }];
  await assert.rejects(clickhouse.insert({ table: 'fact', rows: bad }), /insert fact.*at row 2/s);
  await assert.rejects(
    clickhouse.insert({ table: 'fact', rows: [{ id: 30, txet: 'misspelt' }] }),
    /Unknown field.*txet/s,
  );
  assert.equal(await count('id = 30'), 0);
});

test('an error names the statement and carries the code of the engine', async () => {
  const failing = clickhouse.query({ name: 'segment.count', sql: 'SELECT * FROM nowhere' });
  await assert.rejects(failing, (error) => {
    assert.ok(error instanceof ClickHouseError);
    assert.equal(error.code, 60);
    assert.match(error.message, /^ClickHouse refused segment\.count\. .*nowhere/);
    assert.doesNotMatch(error.message, /version|DB::Exception/);
    return true;
  });
});

test('a statement that exceeds its time ends', async () => {
  const query = clickhouse.query({ name: 'test.slow', sql: endless, timeoutSeconds: 1 });
  const took = await milliseconds(assert.rejects(query, { code: 159 }));
  assert.ok(took < 3000, `${took} ms`);
});

test('a time limit and a lane do not outlive their statement', async () => {
  const sql = `SELECT getSetting('max_execution_time') AS seconds, getSetting('max_threads') = 1 AS single`;
  for (let i = 0; i < 3; i++) {
    const limited = { name: 'test.settings', sql, timeoutSeconds: 7 };
    assert.deepEqual(await clickhouse.query({ ...limited, lane: 'heavy' }), [
      { seconds: 7, single: 1 },
    ]);
    assert.deepEqual(await clickhouse.query({ name: 'test.settings', sql, lane: 'heavy' }), [
      { seconds: 900, single: 1 },
    ]);
    assert.deepEqual(await clickhouse.query({ name: 'test.settings', sql }), [
      { seconds: 30, single: 0 },
    ]);
  }
});

test('an aborted query stops in the engine and rejects with the reason of its signal', async () => {
  const abort = new AbortController();
  const query = clickhouse.query({ name: 'test.aborted', sql: endless, signal: abort.signal });
  setTimeout(() => abort.abort(new Error('changed my mind')), 100);
  const took = await milliseconds(assert.rejects(query, /changed my mind/));
  assert.ok(took < 2000, `${took} ms`);
  assert.equal(await running(), 0);
});

test('a query aborted while it waits for its lane never starts', async () => {
  const stop = new AbortController();
  const busy = [1, 2].map(() =>
    clickhouse
      .query({ name: 'test.busy', sql: endless, lane: 'heavy', signal: stop.signal })
      .catch(() => []),
  );
  const waiting = clickhouse.query({
    name: 'test.waiting',
    sql: endless,
    lane: 'heavy',
    signal: AbortSignal.timeout(50),
  });
  await assert.rejects(waiting, { name: 'TimeoutError' });
  stop.abort();
  await Promise.all(busy);
  assert.deepEqual(
    await clickhouse.query({ name: 'test.after', sql: 'SELECT 1 AS one', lane: 'heavy' }),
    [{ one: 1 }],
  );
});

test('a signal that is aborted already starts nothing', async () => {
  const query = clickhouse.query({ name: 'test.never', sql: endless, signal: AbortSignal.abort() });
  await assert.rejects(query, { name: 'AbortError' });
});

test('heavy queries leave the lane of those who wait free', async () => {
  const stop = new AbortController();
  const heavy = [1, 2, 3].map(() =>
    clickhouse
      .query({ name: 'test.heavy', sql: endless, lane: 'heavy', signal: stop.signal })
      .catch(() => []),
  );
  const took = await milliseconds(clickhouse.query({ name: 'test.quick', sql: 'SELECT 1' }));
  stop.abort();
  await Promise.all(heavy);
  assert.ok(took < 1000, `${took} ms`);
});

test('a stream brings all rows in pieces', async () => {
  let pieces = 0;
  let sum = 0;
  const sql = 'SELECT number AS n FROM numbers(200000)';
  for await (const rows of clickhouse.stream<{ n: number }>({ name: 'test.stream', sql })) {
    pieces++;
    sum += rows.reduce((total, row) => total + row.n, 0);
  }
  assert.equal(sum, (200_000 * 199_999) / 2);
  assert.ok(pieces > 2, `${pieces} pieces`);
});

test('breaking off a stream ends its query and frees its lane', async () => {
  const sql = 'SELECT number AS n FROM numbers(1000000000000)';
  for (let i = 0; i < 6; i++) {
    for await (const rows of clickhouse.stream<{ n: number }>({ name: 'test.break', sql })) {
      assert.ok(rows.length > 0);
      break;
    }
  }
  await clickhouse.ping();
});

test('an aborted stream rejects with the reason of its signal', async () => {
  const sql = 'SELECT number AS n FROM numbers(1000000000000) WHERE sipHash64(number) % 100000 = 1';
  const read = async () => {
    const stream = clickhouse.stream({ name: 'test.abort', sql, signal: AbortSignal.timeout(200) });
    for await (const rows of stream) assert.ok(rows.length > 0);
  };
  await assert.rejects(read(), { name: 'TimeoutError' });
  await clickhouse.ping();
});

test('a stream whose query fails rejects with the name of the statement', async () => {
  const read = async () => {
    for await (const _ of clickhouse.stream({
      name: 'test.fails',
      sql: 'SELECT throwIf(number > 100000) FROM numbers(1000000)',
    }));
  };
  await assert.rejects(read(), /test\.fails/);
  assert.equal(await count('id = 20'), 3);
});

test('closing kills what still runs and refuses what comes after', {
  timeout: 20_000,
}, async () => {
  const forever = clickhouse.query({ name: 'test.forever', sql: endless, timeoutSeconds: 600 });
  const killed = assert.rejects(forever, { code: 394 });
  const took = await milliseconds(clickhouse.close());
  await killed;
  assert.ok(took < 8000, `${took} ms`);
  await assert.rejects(clickhouse.ping(), /closed/);
});

test('what was written is there after opening again', async () => {
  clickhouse = await openClickHouse({ home, logger });
  assert.equal(await count('id = 20'), 3);
});
