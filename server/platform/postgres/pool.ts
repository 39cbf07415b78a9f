import pg from 'pg';
import type { Logger } from 'pino';

/** Default limit of a statement; long ones say so with `TransactionOptions.statementTimeoutSeconds`. */
const statementTimeoutSeconds = 30;

/** Opens the connections of this process. `address` is a URL or the socket folder of the embedded server. */
export function openPool(address: pg.PoolConfig, size: number, logger: Logger): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    max: size,
    application_name: 'siyu',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: statementTimeoutSeconds * 1000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  });
  // Without listeners a connection that dies, idle or in use, would end the process; who uses it gets the error anyway.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) =>
    logger.warn({ err: error }, 'an idle PostgreSQL connection was lost'),
  );
  // The same for one that dies while somebody holds it: the holder's statement fails and says so.
  pool.on('connect', (client) => {
    client.on('error', (error) => logger.debug({ err: error }, 'a PostgreSQL connection was lost'));
  });
  return pool;
}

const { builtins } = pg.types;
const int8Array = 1016;
const asIs = (text: string): string => text;

const ours: Readonly<Record<number, (text: string) => unknown>> = {
  [builtins.INT8]: parseInt8,
  [int8Array]: (text) => parseInt8Array(text),
  // A date has no zone: the driver's default would make it midnight in this machine's zone.
  [builtins.DATE]: asIs,
  [builtins.TIMESTAMP]: asIs,
};

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (format !== 'binary' && ours[oid]) return ours[oid];
  return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
}

/** Numbers up to 2^53, bigints beyond: never a value that is nearly right. */
function parseInt8(text: string): number | bigint {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : BigInt(text);
}

function parseInt8Array(text: string): (number | bigint | null)[] {
  const inner = text.slice(1, -1);
  if (inner === '') return [];
  return inner.split(',').map((item) => (item === 'NULL' ? null : parseInt8(item)));
}
