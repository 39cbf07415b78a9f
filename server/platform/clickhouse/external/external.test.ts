import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { Session } from 'chdb';
import { pino } from 'pino';
import { type ClickHouse, openClickHouse } from '../index.ts';
import { str } from '../literal.ts';

/**
 * ClickHouse's HTTP interface in front of the engine: settings in the address, SQL in the address or the body, rows in the
 * body. It stands for a server, which these tests cannot install.
 */
const folder = mkdtempSync(join(tmpdir(), 'siyu-external-'));
const engine = new Session(folder);
const requests: URL[] = [];
let lastBody = '';
const ownParameters = new Set([
  'query',
  'database',
  'query_id',
  'default_format',
  'enable_http_compression',
]);

const server = createServer(async (request, response) => {
  const address = new URL(request.url ?? '/', 'http://fake');
  requests.push(address);
  const body = await bodyOf(request);
  lastBody = body;
  const query = address.searchParams.get('query');
  const settings = [...address.searchParams]
    .filter(
      ([key]) => !ownParameters.has(key) && !/^(http|wait_end|send_progress|cancel_http)/.test(key),
    )
    .map(([key, value]) => `SET ${key} = ${str(value)}; `)
    .join('');
  const session = new Session(folder);
  try {
    session.query(`USE ${address.searchParams.get('database') ?? 'default'}`);
    const sql = query === null ? body : `${query}\n${body}`;
    const result = await session.queryAsync(`${settings}${sql}`, {
      format: address.searchParams.get('default_format') ?? 'TabSeparated',
    });
    response.end(Buffer.from(result.bytes()));
  } catch (error) {
    response.writeHead(500, { 'x-clickhouse-exception-code': '0' }).end(String(error));
  } finally {
    session.close();
  }
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes);
}

let clickhouse: ClickHouse;
const logger = pino({ level: 'silent' });

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  clickhouse = await openClickHouse({ url: `http://127.0.0.1:${port}`, home: '/nowhere', logger });
  await clickhouse.command({
    name: 'test.table',
    sql: `CREATE TABLE fact (id UInt64, time DateTime64(3)) ENGINE = MergeTree ORDER BY id
      SETTINGS non_replicated_deduplication_window = 100`,
  });
});

after(async () => {
  await clickhouse.close();
  server.close();
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

test('rows come back from a server as they went in, in the same forms as from the embedded engine', async () => {
  const rows = [{ id: 1, time: '2026-01-31T12:00:00.123Z' }];
  await clickhouse.insert({ table: 'fact', rows, token: 'a' });
  await clickhouse.insert({ table: 'fact', rows, token: 'a' });
  assert.deepEqual(await clickhouse.query({ name: 'test.rows', sql: 'SELECT * FROM fact' }), rows);
});

test('every request carries the name, the time limit and the database', async () => {
  await clickhouse.query({ name: 'test.named', sql: 'SELECT 1', lane: 'heavy', timeoutSeconds: 7 });
  const sent = requests.at(-1)?.searchParams;
  assert.match(sent?.get('log_comment') ?? '', /^test\.named#/);
  assert.equal(sent?.get('max_execution_time'), '7');
  assert.equal(sent?.get('max_threads'), '1');
  assert.equal(sent?.get('database'), 'siyu');
});

test('a stream brings all rows', async () => {
  let sum = 0;
  const sql = 'SELECT number AS n FROM numbers(10000)';
  for await (const rows of clickhouse.stream<{ n: number }>({ name: 'test.stream', sql })) {
    sum += rows.reduce((total, row) => total + row.n, 0);
  }
  assert.equal(sum, 49_995_000);
});

test('an error names the statement and carries the code of the engine', async () => {
  const failing = clickhouse.query({ name: 'test.fails', sql: 'SELECT * FROM nowhere' });
  await assert.rejects(failing, { code: 60, message: /^ClickHouse refused test\.fails\. / });
});

test('an aborted query rejects with the reason of its signal and is killed', async () => {
  const sql = 'SELECT count() FROM numbers(1000000000000) WHERE sipHash64(number) = 1';
  const query = clickhouse.query({ name: 'test.abort', sql, signal: AbortSignal.timeout(100) });
  await assert.rejects(query, { name: 'TimeoutError' });
  assert.match(
    requests.at(-1)?.searchParams.get('query') ?? lastBody,
    /^KILL QUERY .*test.abort#.* ASYNC/,
  );
});

test('a server that does not answer is named in the error, its password is not', async () => {
  const url = 'http://user:secret@127.0.0.1:1';
  await assert.rejects(openClickHouse({ url, home: '/nowhere', logger }), (error) => {
    assert.match(String(error), /127\.0\.0\.1:1.*SIYU_CLICKHOUSE_URL/);
    assert.doesNotMatch(String(error), /secret/);
    return true;
  });
});
