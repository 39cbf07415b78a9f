import type { Kysely } from 'kysely';
import type { Platform } from '../platform.ts';

/** Progress of one run of a job, kept in platform.job_run and read by progress bars. */
export interface JobProgress {
  report(done: number, total?: number, message?: string): Promise<void>;
  /** True once somebody asked the run to stop; the job stops at its next safe point. */
  readonly stopped: boolean;
}

export type JobHandler = (
  platform: Platform,
  payload: Readonly<Record<string, unknown>>,
  progress: JobProgress,
) => Promise<void>;

/** Background work and schedules on PostgreSQL (graphile-worker). A job may run again after a crash: handlers are idempotent. */
export interface Jobs {
  /** Declares a job before `start`; the name is imperative: `segment.refresh`. */
  define(name: string, handler: JobHandler): void;
  /** Declares a schedule (crontab, UTC) before `start`. */
  schedule(name: string, crontab: string): void;
  /** Adds a job, also inside a transaction. `key` makes it unique while it waits. */
  add(
    name: string,
    payload: Readonly<Record<string, unknown>>,
    options?: {
      key?: string;
      runAt?: Date;
      subject?: string;
      tx?: Kysely<unknown>;
      queue?: string;
    },
  ): Promise<{ jobRunId: number }>;
  stop(jobRunId: number): Promise<void>;
  start(platform: Platform): Promise<void>;
  close(): Promise<void>;
}
