import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { clickHouseError } from './clickhouse-error.ts';
import { likeText } from './literal.ts';
import { deduplication, statementSettings } from './settings.ts';
import type { Call, ClickHouse, ClickHouseStatement, Lane, Transport } from './types.ts';

const closePatienceMs = 5_000;
const killAgainAfterMs = 300;

/** Everything both modes have in common: names, limits, cancelling, errors, counting what runs, closing. */
export function createClickHouse(
  transport: Transport,
  logger: Logger,
  afterClose: () => void,
): ClickHouse {
  // Marks our statements on a shared server, so that close() kills these and no others.
  const instance = randomBytes(4).toString('hex');
  const running = new Set<Promise<void>>();
  let serial = 0;
  let closed: Promise<void> | undefined;

  function begin(statement: Omit<ClickHouseStatement, 'sql'>, lane: Lane) {
    if (closed) throw new Error(`ClickHouse is closed; ${statement.name} was not started`);
    const comment = `${statement.name}#${instance}.${++serial}`;
    const done = Promise.withResolvers<void>();
    running.add(done.promise);
    const startedAt = performance.now();
    return {
      comment,
      settings: statementSettings(lane, comment, statement.timeoutSeconds),
      end() {
        running.delete(done.promise);
        done.resolve();
        const ms = Math.round((performance.now() - startedAt) * 10) / 10;
        logger.trace({ name: statement.name, lane, ms }, 'clickhouse');
      },
    };
  }

  /** Runs `work`; when the signal fires it kills the statement until it ends, and rejects with the signal's reason. */
  async function run<R>(
    statement: Omit<ClickHouseStatement, 'sql'> & { signal?: AbortSignal | undefined },
    defaultLane: Lane,
    work: (call: Omit<Call, 'sql'>) => Promise<R>,
  ): Promise<R> {
    const { name, signal, lane = defaultLane } = statement;
    const { comment, settings, end } = begin(statement, lane);
    const stopWatching = killOnAbort(signal, comment);
    try {
      return await work({ lane, settings, signal });
    } catch (error) {
      signal?.throwIfAborted();
      throw clickHouseError(name, error);
    } finally {
      await stopWatching();
      end();
    }
  }

  /** Kills the statement from the moment the signal fires until the returned function is called. */
  function killOnAbort(signal: AbortSignal | undefined, comment: string): () => Promise<void> {
    if (!signal) return async () => undefined;
    const over = new AbortController();
    let killing: Promise<void> | undefined;
    // Again and again: a statement that the engine has not begun cannot be killed yet.
    const kill = async () => {
      while (!over.signal.aborted) {
        await transport
          .kill(likeText(comment))
          .catch((error: unknown) =>
            logger.warn({ err: error }, 'a ClickHouse statement was not killed'),
          );
        await sleep(killAgainAfterMs, undefined, { signal: over.signal }).catch(() => undefined);
      }
    };
    const onAbort = () => {
      killing = kill();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    return async () => {
      over.abort();
      signal.removeEventListener('abort', onAbort);
      await killing;
    };
  }

  async function close(): Promise<void> {
    if (!(await settled(running, closePatienceMs))) {
      logger.warn({ statements: running.size }, 'stopping ClickHouse statements that still run');
      await transport.kill(`%#${instance}.%`);
      if (!(await settled(running, closePatienceMs))) {
        // Closing now would wait for them; ending the process does not harm the data.
        logger.error(
          { statements: running.size },
          'ClickHouse statements do not stop; leaving them',
        );
        return;
      }
    }
    await transport.close();
    afterClose();
  }

  return {
    query<Row>(query: Parameters<ClickHouse['query']>[0]) {
      return run(query, 'query', async (call) =>
        rowsOf<Row>(await transport.text({ ...call, sql: query.sql })),
      );
    },
    async *stream<Row>(query: Parameters<ClickHouse['stream']>[0]) {
      const lane = query.lane ?? 'query';
      const { comment, settings, end } = begin(query, lane);
      const stopWatching = killOnAbort(query.signal, comment);
      try {
        for await (const text of transport.chunks({
          sql: query.sql,
          lane,
          settings,
          signal: query.signal,
        })) {
          yield rowsOf<Row>(text);
        }
      } catch (error) {
        query.signal?.throwIfAborted();
        throw clickHouseError(query.name, error);
      } finally {
        await stopWatching();
        end();
      }
    },
    async command(statement) {
      await run(statement, 'admin', (call) => transport.text({ ...call, sql: statement.sql }));
    },
    async insert({ table, rows, token, ...rest }) {
      if (rows.length === 0) return;
      const bytes = Buffer.isBuffer(rows) ? rows : linesOf(rows);
      await run({ name: `insert ${table}`, ...rest }, 'ingest', (call) =>
        transport.insert({
          ...call,
          table,
          rows: bytes,
          settings: { ...call.settings, ...deduplication(token) },
        }),
      );
    },
    async ping() {
      await this.query({ name: 'ping', sql: 'SELECT 1', timeoutSeconds: 5 });
    },
    close() {
      closed ??= close();
      return closed;
    },
  };
}

function rowsOf<Row>(lines: string): Row[] {
  const text = lines.trimEnd();
  // One parse of an array is quicker than one parse per line; a newline inside a string is escaped.
  return text === '' ? [] : (JSON.parse(`[${text.replaceAll('\n', ',')}]`) as Row[]);
}

function linesOf(rows: readonly object[]): Buffer {
  return Buffer.from(rows.map((row) => JSON.stringify(row)).join('\n'));
}

async function settled(running: ReadonlySet<Promise<void>>, patienceMs: number): Promise<boolean> {
  const stop = new AbortController();
  const patience = sleep(patienceMs, undefined, { signal: stop.signal }).catch(() => undefined);
  await Promise.race([Promise.all(running), patience]);
  stop.abort();
  return running.size === 0;
}
