import { EventEmitter } from 'node:events';
import {
  type CronItem,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import type { Clock } from '../clock/index.ts';
import type { Platform } from '../platform.ts';
import type { Postgres } from '../postgres/index.ts';
import { jobLogger } from './job-logger.ts';
import type { JobHandler, Jobs } from './jobs.ts';
import { reporter } from './reporter.ts';
import { openWorkerLeases, type WorkerLeases } from './worker-leases.ts';

interface Payload {
  readonly jobRunId: number;
  readonly input: Readonly<Record<string, unknown>>;
}

/** How many times a job is tried before it rests as failed (graphile-worker's back-off is exponential). */
const attempts = 8;

/** How often the jobs of workers that died elsewhere are looked for; those of this home's last life are freed at start. */
const lookForDeadMs = 60_000;

/**
 * graphile-worker looks for the next job before the queue of the last one is unlocked, finds nothing and sleeps until it
 * polls (measured: 22 jobs of one queue took 35 s instead of 3). A hint right afterwards, and a later one for a slow
 * machine, lets the queue go on.
 */
function hintAfterQueuedJob({ pool }: Postgres): void {
  for (const ms of [25, 250]) {
    setTimeout(() => {
      pool.query(`select pg_notify('jobs:insert', '{"count":1}')`).catch(() => undefined);
    }, ms).unref();
  }
}

/** Opens the job queue on PostgreSQL; nothing runs before `start`. */
export async function openJobs(options: {
  readonly postgres: Postgres;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly concurrency?: number;
}): Promise<Jobs> {
  const { postgres, logger, clock } = options;
  const handlers = new Map<string, JobHandler>();
  const cronItems: CronItem[] = [];
  let runner: Runner | null = null;
  let leases: WorkerLeases | null = null;
  let watch: NodeJS.Timeout | undefined;
  await runMigrations({ pgPool: postgres.pool, logger: jobLogger(logger) });

  const newRun = async (tx: Kysely<unknown>, name: string, subject: string): Promise<number> => {
    const { rows } = await sql<{ job_run_id: number }>`
      insert into platform.job_run (kind, subject, state, created_at)
      values (${name}, ${subject}, 'waiting', ${clock.now()}) returning job_run_id`.execute(tx);
    return rows[0]?.job_run_id as number;
  };

  // The queue lives in PostgreSQL's own time; the platform's clock may stand elsewhere (time-lapse, demo, tests).
  const realTime = (at: Date | undefined): Date | null =>
    at ? new Date(Date.now() + at.getTime() - clock.now().getTime()) : null;

  const task = (platform: Platform, name: string, handler: JobHandler) => async (raw: unknown) => {
    const payload = raw as Partial<Payload>;
    const db = postgres.db<unknown>();
    // A scheduled run comes from the crontab without a run of its own.
    const jobRunId = payload.jobRunId ?? (await newRun(db, name, ''));
    const progress = await reporter(postgres, clock, jobRunId);
    if (progress.stopped) return;
    await progress.begin();
    try {
      await handler(platform, payload.input ?? {}, progress);
      await progress.end('done');
    } catch (error) {
      await progress.end('failed', error instanceof Error ? error.message : String(error));
      throw error;
    }
  };

  return {
    define: (name, handler) => {
      if (handlers.has(name)) throw new Error(`Job ${name} is defined twice.`);
      handlers.set(name, handler);
    },
    schedule: (name, pattern) => {
      cronItems.push({ task: name, match: pattern, options: { maxAttempts: 3 } });
    },
    add: async (name, input, { key, runAt, subject, tx, queue } = {}) => {
      if (!handlers.has(name)) throw new Error(`Job ${name} is not defined.`);
      const insert = async (db: Kysely<unknown>) => {
        const jobRunId = await newRun(db, name, subject ?? '');
        const payload: Payload = { jobRunId, input };
        await sql`
          select graphile_worker.add_job(
            ${name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null}::text,
            queue_name := ${queue ?? null}::text, run_at := ${realTime(runAt)}::timestamptz,
            max_attempts := ${attempts}::int)`.execute(db);
        return { jobRunId };
      };
      return tx ? insert(tx) : postgres.transaction<unknown, { jobRunId: number }>(insert);
    },
    stop: async (jobRunId) => {
      await sql`
        update platform.job_run set state = 'stopped', finished_at = ${clock.now()}
        where job_run_id = ${jobRunId} and state in ('waiting', 'running')`.execute(
        postgres.db<unknown>(),
      );
    },
    start: async (platform) => {
      const taskList: TaskList = Object.fromEntries(
        [...handlers].map(([name, handler]) => [name, task(platform, name, handler)]),
      );
      const opened = await openWorkerLeases(postgres);
      leases = opened;
      await opened.freeDead();
      const look = () =>
        opened
          .freeDead()
          .catch((err: unknown) => logger.warn({ err }, 'looking for dead workers failed'));
      watch = setInterval(() => void look(), lookForDeadMs).unref();
      const events: WorkerEvents = new EventEmitter();
      events.on('pool:create', ({ workerPool }) => {
        opened
          .hold(workerPool.id)
          .catch((err: unknown) => logger.warn({ err }, 'this process has no lease of its jobs'));
      });
      runner = await run({
        events,
        pgPool: postgres.pool,
        taskList,
        parsedCronItems: parseCronItems(cronItems),
        concurrency: options.concurrency ?? 3,
        noHandleSignals: true,
        pollInterval: 5000,
        logger: jobLogger(logger),
      });
      runner.events.on('job:complete', ({ job }) => {
        if (job.job_queue_id !== null) hintAfterQueuedJob(postgres);
      });
    },
    close: async () => {
      clearInterval(watch);
      await runner?.stop();
      runner = null;
      leases?.close();
      leases = null;
    },
  };
}
