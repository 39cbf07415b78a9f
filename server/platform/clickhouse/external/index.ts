import { Readable } from 'node:stream';
import { type ClickHouseClient, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { EngineError, messageOf } from '../../engines/engine-error.ts';
import { list, str } from '../literal.ts';
import { sessionSettings } from '../settings.ts';
import type { Call, Settings, Transport } from '../types.ts';

const database = 'siyu';
/** Above the longest time limit of a statement, so that the engine, not the connection, ends it. */
const requestTimeoutMs = 24 * 3600 * 1000;
const connections = 32;
/** Errors reach the caller; the client would print them, with the SQL, a second time. */
const quiet = { application: 'siyu', log: { level: ClickHouseLogLevel.OFF } };

/** Connects to a ClickHouse server by its HTTP address, e.g. `https://user:password@host:8443`. */
export async function openExternal(options: { url: string }): Promise<Transport> {
  const { url } = options;
  const settings = await prepareServer(url);
  const client = createClient({
    url,
    database,
    ...quiet,
    request_timeout: requestTimeoutMs,
    max_open_connections: connections,
    compression: { request: true, response: true },
    clickhouse_settings: settings,
  });

  return {
    async text(call) {
      const settings = { ...call.settings, default_format: 'JSONEachRow' };
      const { stream } = await client.exec({
        query: call.sql,
        ...requestOf({ ...call, settings }),
      });
      return textOf(stream);
    },
    async *chunks(call) {
      const request = { query: call.sql, format: 'JSONEachRow', ...requestOf(call) } as const;
      const result = await client.query(request);
      for await (const rows of result.stream()) {
        yield rows.map((row) => row.text).join('\n');
      }
    },
    async insert(call) {
      const { stream } = await client.exec({
        query: `INSERT INTO ${call.table} FORMAT JSONEachRow`,
        values: Readable.from(call.rows, { objectMode: false }),
        ...requestOf(call),
      });
      await textOf(stream);
    },
    async kill(pattern) {
      await client.command({
        query: `KILL QUERY WHERE Settings['log_comment'] LIKE ${str(pattern)} ASYNC`,
      });
    },
    close: () => client.close(),
  };
}

/** Makes our database, which a connection cannot name before it exists, and returns the settings that this version knows. */
async function prepareServer(url: string): Promise<Record<string, string>> {
  let client: ClickHouseClient | undefined;
  try {
    client = createClient({ url, ...quiet });
    await client.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
    const answer = await client.query({
      query: `SELECT name FROM system.settings WHERE name IN ${list(Object.keys(sessionSettings), str)}`,
      format: 'JSONEachRow',
    });
    const known = new Set((await answer.json<{ name: string }>()).map((row) => row.name));
    return asText(
      Object.fromEntries(Object.entries(sessionSettings).filter(([name]) => known.has(name))),
    );
  } catch (error) {
    throw new EngineError(
      `ClickHouse at ${withoutPassword(url)} cannot be used: ${messageOf(error)}. Check SIYU_CLICKHOUSE_URL (an HTTP address, with user and password), or leave it out to use the embedded engine.`,
    );
  } finally {
    await client?.close();
  }
}

function requestOf(call: Pick<Call, 'settings' | 'signal'>) {
  return {
    clickhouse_settings: asText(call.settings),
    ...(call.signal ? { abort_signal: call.signal } : {}),
  };
}

function asText(settings: Settings): Record<string, string> {
  return Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value)]));
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    parsed.password = '';
    return parsed.href;
  } catch {
    return 'SIYU_CLICKHOUSE_URL';
  }
}
