import type { ClickHouse } from '../clickhouse/index.ts';
import type { Postgres } from '../postgres/index.ts';
import { gauge, type Telemetry } from './telemetry.ts';

/** The same ClickHouse, with the time of every statement in the metrics under its name. */
export function measuredClickHouse(clickhouse: ClickHouse, telemetry: Telemetry): ClickHouse {
  const timed = async <R>(name: string, work: () => Promise<R>): Promise<R> => {
    const end = telemetry.querySeconds.startTimer({ engine: 'clickhouse', name });
    try {
      return await work();
    } finally {
      end();
    }
  };
  return {
    query: (query) => timed(query.name, () => clickhouse.query(query)),
    command: (statement) => timed(statement.name, () => clickhouse.command(statement)),
    insert: (insert) => timed(`insert ${insert.table}`, () => clickhouse.insert(insert)),
    async *stream(query) {
      const end = telemetry.querySeconds.startTimer({ engine: 'clickhouse', name: query.name });
      try {
        yield* clickhouse.stream(query);
      } finally {
        end();
      }
    },
    ping: () => clickhouse.ping(),
    close: () => clickhouse.close(),
  };
}

/** Shows the pool's use and how long connections are held: a statement, or a whole transaction. */
export function measurePostgres(postgres: Postgres, telemetry: Telemetry): void {
  const { pool } = postgres;
  const taken = new WeakMap<object, () => number>();
  pool.on('acquire', (client) => {
    const labels = { engine: 'postgres', name: 'connection' };
    taken.set(client, telemetry.querySeconds.startTimer(labels));
  });
  pool.on('release', (_error, client) => taken.get(client)?.());
  const name = 'siyu_postgres_connections';
  gauge(telemetry, `${name}_open`, 'Open connections', () => pool.totalCount);
  gauge(telemetry, `${name}_idle`, 'Connections nobody uses', () => pool.idleCount);
  gauge(
    telemetry,
    `${name}_waited_for`,
    'Callers who wait for a connection',
    () => pool.waitingCount,
  );
}
