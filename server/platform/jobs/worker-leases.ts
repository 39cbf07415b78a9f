import type pg from 'pg';
import type { Postgres } from '../postgres/index.ts';

/**
 * Frees the jobs of workers that died. Each process holds an advisory lock for its pool of workers on one connection that it keeps;
 * when the process is killed PostgreSQL drops the connection and with it the locks. Without this graphile-worker gives a
 * killed worker's jobs free only after four hours.
 */
export interface WorkerLeases {
  /** Says that a pool of workers of this process lives: jobs are locked in its name. */
  hold(poolId: string): Promise<void>;
  /** Frees the jobs locked by workers that nobody holds. */
  freeDead(): Promise<void>;
  close(): void;
}

/** First half of the advisory lock's key; the second is the worker's hash. */
const lockSpace = 7_420_001;

export async function openWorkerLeases({ pool }: Postgres): Promise<WorkerLeases> {
  const connection: pg.PoolClient = await pool.connect();
  const held = new Set<string>();
  let isBroken = false;
  let last: Promise<unknown> = Promise.resolve();
  const onError = () => {
    isBroken = true;
  };
  connection.on('error', onError);

  return {
    hold: (poolId) => {
      held.add(poolId);
      const take = () =>
        connection.query('select pg_advisory_lock($1, hashtext($2))', [lockSpace, poolId]);
      // One connection runs one statement at a time.
      last = last.then(take, take);
      return last.then(() => undefined);
    },
    freeDead: async () => {
      // A broken connection has lost our own locks; judging others with it would be wrong. The next start mends it.
      await last;
      if (isBroken) return;
      const { rows } = await connection.query<{ worker: string }>(`
        select locked_by as worker from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null`);
      const dead: string[] = [];
      for (const { worker } of rows) {
        if (held.has(worker)) continue;
        const { rows: tried } = await connection.query<{ free: boolean }>(
          'select pg_try_advisory_lock($1, hashtext($2)) as free',
          [lockSpace, worker],
        );
        if (!tried[0]?.free) continue;
        await connection.query('select pg_advisory_unlock($1, hashtext($2))', [lockSpace, worker]);
        dead.push(worker);
      }
      if (dead.length > 0)
        await connection.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    },
    close: () => {
      connection.off('error', onError);
      // Ends the session rather than giving it back, so that its locks go.
      connection.release(true);
    },
  };
}
