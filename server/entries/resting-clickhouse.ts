import type { ClickHouse } from '../platform/clickhouse/index.ts';

export interface RestingClickHouse {
  readonly clickhouse: ClickHouse;
  /** Runs `work` while nobody writes: running writes end first, new ones wait. Queries go on. */
  rest<R>(work: () => Promise<R>): Promise<R>;
}

/** The same ClickHouse, whose writers can be asked to rest for a backup. */
export function restingClickHouse(clickhouse: ClickHouse): RestingClickHouse {
  const running = new Set<Promise<void>>();
  let resting: Promise<void> | null = null;
  const write = async <R>(work: () => Promise<R>): Promise<R> => {
    while (resting) await resting;
    const done = Promise.withResolvers<void>();
    running.add(done.promise);
    try {
      return await work();
    } finally {
      running.delete(done.promise);
      done.resolve();
    }
  };
  return {
    clickhouse: {
      query: (query) => clickhouse.query(query),
      stream: (query) => clickhouse.stream(query),
      insert: (insert) => write(() => clickhouse.insert(insert)),
      command: (statement) => write(() => clickhouse.command(statement)),
      ping: () => clickhouse.ping(),
      close: () => clickhouse.close(),
    },
    async rest(work) {
      while (resting) await resting;
      const { promise, resolve } = Promise.withResolvers<void>();
      resting = promise;
      try {
        await Promise.all(running);
        return await work();
      } finally {
        resting = null;
        resolve();
      }
    },
  };
}
