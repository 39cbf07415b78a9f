import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'chdb';
import type { Logger } from 'pino';
import { EngineError, messageOf } from '../../engines/engine-error.ts';
import { num, str } from '../literal.ts';
import { sessionSettings } from '../settings.ts';
import type { Call, Lane, Settings, Transport } from '../types.ts';
import { connectionArguments, defaultMemoryLimit } from './connection-arguments.ts';
import { loadChdb } from './load-chdb.ts';
import { SessionPool } from './session-pool.ts';

/** Statements that run at once per lane. Each holds a libuv thread: the launcher sets UV_THREADPOOL_SIZE above their sum. */
const sessionsPerLane: Readonly<Record<Lane, number>> = { ingest: 2, query: 4, heavy: 2, admin: 1 };

/**
 * Opens the engine inside this process on `${home}/clickhouse`. The caller holds the data folder. One folder per process
 * and the main thread only: both are limits of chDB.
 *
 * Measured: 0.6 s to load the library, 0.2 s to open, about 250 MB resident.
 */
export async function openEmbedded(options: {
  home: string;
  logger: Logger;
  memoryLimitBytes?: number | undefined;
}): Promise<Transport> {
  const { home, logger, memoryLimitBytes = defaultMemoryLimit() } = options;
  const chdb = await loadChdb();
  const folder = join(home, 'clickhouse');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  warnOfFewThreads(logger);
  const sessions: Session[] = [];

  /** The first session carries the arguments of the whole engine and stays until the end. */
  const openControl = (): Session => {
    try {
      const session = new chdb.Session(folder, {
        connectionArgs: connectionArguments(memoryLimitBytes),
      });
      session.query('CREATE DATABASE IF NOT EXISTS siyu ENGINE = Atomic');
      return session;
    } catch (error) {
      throw new EngineError(
        `The embedded ClickHouse cannot open ${folder} (${messageOf(error)}; the engine writes the reason to the standard error output). Check that the disk has room, that the folder belongs to this user, and that no other process has it open.`,
      );
    }
  };
  const control = openControl();
  sessions.push(control);
  await prepare(control);
  chmodSync(folder, 0o700);

  const openSession = async (): Promise<Session> => {
    const session = new chdb.Session(folder);
    sessions.push(session);
    await prepare(session);
    return session;
  };
  const lanes = Object.fromEntries(
    Object.entries(sessionsPerLane).map(([lane, size]) => [
      lane,
      new SessionPool(size, openSession),
    ]),
  ) as Record<Lane, SessionPool>;

  async function withSession<R>(
    call: Pick<Call, 'lane' | 'signal'>,
    work: (session: Session) => Promise<R>,
  ): Promise<R> {
    const session = await lanes[call.lane].take(call.signal);
    try {
      return await work(session);
    } catch (error) {
      await forgetFailure(session);
      throw error;
    } finally {
      lanes[call.lane].give(session);
    }
  }

  return {
    text(call) {
      return withSession(call, async (session) => {
        const result = await session.queryAsync(`${setStatement(call.settings)}; ${call.sql}`, {
          format: 'JSONEachRow',
        });
        return result.text();
      });
    },
    async *chunks(call) {
      const session = await lanes[call.lane].take(call.signal);
      try {
        // A streamed text may hold one statement only.
        await session.queryAsync(setStatement(call.settings));
        for await (const chunk of session.queryStream(call.sql, { format: 'JSONEachRow' })) {
          yield chunk.text();
        }
      } catch (error) {
        await forgetFailure(session);
        throw error;
      } finally {
        // A cancelled stream lets go of its session when the piece being read has arrived.
        lanes[call.lane].give(session);
      }
    },
    insert(call) {
      return withSession(call, async (session) => {
        await session.insert({
          table: call.table,
          values: call.rows,
          format: 'JSONEachRow',
          settings: { ...call.settings },
        });
      });
    },
    async kill(pattern) {
      // ASYNC: the waiting form never returns in this engine.
      await control.queryAsync(
        `KILL QUERY WHERE Settings['log_comment'] LIKE ${str(pattern)} ASYNC`,
      );
    },
    async close() {
      for (const session of sessions.reverse()) session.close();
      await chdb.drainPending();
      logger.debug('the embedded ClickHouse is closed');
    },
  };
}

/** Threads of libuv left for files, DNS and cryptography when every session is busy. */
const spareThreads = 4;

function warnOfFewThreads(logger: Logger): void {
  const threads = Number(process.env.UV_THREADPOOL_SIZE ?? 4);
  const sessions = Object.values(sessionsPerLane).reduce((total, size) => total + size, 1);
  if (threads >= sessions + spareThreads) return;
  logger.warn(
    { threads, needed: sessions + spareThreads },
    'busy ClickHouse queries will hold up file access: start Node with a larger UV_THREADPOOL_SIZE, as `npm start` does',
  );
}

async function prepare(session: Session): Promise<void> {
  await session.queryAsync(`USE siyu; ${setStatement(sessionSettings)}`);
}

/** A failed statement stays in system.processes, with the memory it holds, until its session runs the next one. */
async function forgetFailure(session: Session): Promise<void> {
  await session.queryAsync('SELECT 1').catch(() => undefined);
}

function setStatement(settings: Settings): string {
  const assignments = Object.entries(settings).map(
    ([key, value]) => `${key} = ${typeof value === 'number' ? num(value) : str(value)}`,
  );
  return `SET ${assignments.join(', ')}`;
}
