import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import type { Logger } from 'pino';
import { type DataFolderHold, holdDataFolder } from '../engines/data-folder.ts';
import { checkServer } from './check-server.ts';
import { ensureDatabase } from './databases.ts';
import { type Cluster, runCluster } from './embedded/cluster.ts';
import { openPool } from './pool.ts';
import type { Postgres, TransactionOptions } from './types.ts';

export { superuser } from './embedded/run-initdb.ts';
export type { Postgres, TransactionOptions } from './types.ts';

/** Name of our database inside the embedded cluster. */
const databaseName = 'siyu';
const defaultPoolSize = 20;

/**
 * Opens PostgreSQL: the one at `url` when given, otherwise the embedded one, whose data are in `${home}/postgres`.
 * Throws an `EngineError` whose message says what to do.
 */
export async function openPostgres(options: {
  url?: string;
  home: string;
  logger: Logger;
  poolSize?: number;
}): Promise<Postgres> {
  const { url, home, logger, poolSize = defaultPoolSize } = options;
  if (url) return connect({ connectionString: url }, poolSize, logger, async () => undefined);

  const hold = holdDataFolder(home);
  let cluster: Cluster | undefined;
  try {
    cluster = await runCluster({ home: hold.home, logger });
    await ensureDatabase(cluster, databaseName);
    return await connect(
      { host: cluster.host, port: cluster.port, user: cluster.user, database: databaseName },
      poolSize,
      logger,
      () => stop(cluster, hold),
    );
  } catch (error) {
    await stop(cluster, hold);
    throw error;
  }
}

async function stop(cluster: Cluster | undefined, hold: DataFolderHold): Promise<void> {
  await cluster?.stop();
  hold.release();
}

/** Opens the pool on a server that runs; `afterClose` follows the closing of the pool. */
export async function connect(
  address: pg.PoolConfig,
  poolSize: number,
  logger: Logger,
  afterClose: () => Promise<void>,
): Promise<Postgres> {
  const pool = openPool(address, poolSize, logger);
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    // The text alone: parameters are personal data.
    log: ({ query, queryDurationMillis }) =>
      logger.trace({ sql: query.sql, ms: queryDurationMillis }, 'postgres'),
  });
  let closed: Promise<void> | undefined;
  return {
    pool,
    db: <Tables>() => db as Kysely<Tables>,
    transaction<Tables, R>(
      work: (tx: Kysely<Tables>) => Promise<R>,
      { statementTimeoutSeconds, isolation = 'read committed' }: TransactionOptions = {},
    ) {
      return (db as Kysely<Tables>)
        .transaction()
        .setIsolationLevel(isolation)
        .execute(async (tx) => {
          if (statementTimeoutSeconds !== undefined) {
            await sql`set local statement_timeout = ${sql.lit(statementTimeoutSeconds * 1000)}`.execute(
              tx,
            );
          }
          return work(tx);
        });
    },
    async ping() {
      await pool.query('select 1');
    },
    close() {
      closed ??= endPool(pool, logger).then(afterClose);
      return closed;
    },
  };
}

const drainPatienceMs = 5_000;

/** `pool.end` waits for connections in use; a caller that never gives one back must not keep us from stopping. */
async function endPool(pool: pg.Pool, logger: Logger): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      logger.warn(
        { busy: pool.totalCount - pool.idleCount },
        'PostgreSQL connections still in use',
      );
      resolve();
    }, drainPatienceMs);
  });
  await Promise.race([pool.end(), patience]);
  clearTimeout(timer);
}
