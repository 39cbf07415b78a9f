import { Readable } from 'node:stream';
import { createClient } from '@clickhouse/client';
import { EngineError, messageOf } from '../../engines/engine-error.ts';
import { str } from '../literal.ts';
import { sessionSettings } from '../settings.ts';
import type { Call, Settings, Transport } from '../types.ts';

const database = 'siyu';
/** Above the longest time limit of a statement, so that the engine, not the connection, ends it. */
const requestTimeoutMs = 24 * 3600 * 1000;
const connections = 32;

/** Connects to a ClickHouse server by its HTTP address, e.g. `https://user:password@host:8443`. */
export async function openExternal(options: { url: string }): Promise<Transport> {
  const client = createClient({
    url: options.url,
    database,
    application: 'siyu',
    request_timeout: requestTimeoutMs,
    max_open_connections: connections,
    compression: { request: true, response: true },
    clickhouse_settings: textSettings(sessionSettings),
  });
  try {
    // The database may not exist yet, and a session cannot be in one that does not.
    const bootstrap = createClient({ url: options.url, application: 'siyu' });
    try {
      await bootstrap.command({ query: `CREATE DATABASE IF NOT EXISTS ${database}` });
    } finally {
      await bootstrap.close();
    }
  } catch (error) {
    await client.close();
    throw new EngineError(
      `ClickHouse at ${withoutPassword(options.url)} cannot be used: ${messageOf(error)}. Check SIYU_CLICKHOUSE_URL (an HTTP address, with user and password), or leave it out to use the embedded engine.`,
    );
  }

  const common = (call: Pick<Call, 'settings' | 'signal'>) => ({
    clickhouse_settings: textSettings(call.settings),
    ...(call.signal ? { abort_signal: call.signal } : {}),
  });

  return {
    async text(call) {
      const { stream } = await client.exec({
        query: `${call.sql}`,
        ...common({ ...call, settings: { ...call.settings, default_format: 'JSONEachRow' } }),
      });
      return textOf(stream);
    },
    async *chunks(call) {
      const result = await client.query({
        query: call.sql,
        format: 'JSONEachRow',
        ...common(call),
      });
      for await (const rows of result.stream()) {
        yield rows.map((row) => row.text).join('\n');
      }
    },
    async insert(call) {
      const { stream } = await client.exec({
        query: `INSERT INTO ${call.table} FORMAT JSONEachRow`,
        values: Readable.from(call.rows, { objectMode: false }),
        ...common(call),
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

function textSettings(settings: Settings): Record<string, string> {
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
