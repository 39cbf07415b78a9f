import { sql } from 'kysely';
import type { Clock } from '../clock/index.ts';
import type { Postgres } from '../postgres/index.ts';
import type { JobProgress } from './jobs.ts';

/** Progress is written at most this often, so that a tight loop does not become a loop of updates. */
const everyMs = 500;

export interface RunReporter extends JobProgress {
  begin(): Promise<void>;
  end(state: 'done' | 'failed', message?: string): Promise<void>;
}

/** Keeps the row of one run in platform.job_run; learns there that somebody asked it to stop. */
export async function reporter(
  postgres: Postgres,
  clock: Clock,
  jobRunId: number,
): Promise<RunReporter> {
  const db = postgres.db<unknown>();
  let writtenAt = 0;
  let latest: { done: number; total: number | null; message: string | null } | null = null;
  let stopped = false;

  const isStopped = async (): Promise<boolean> => {
    const { rows } = await sql<{ state: string }>`
      select state from platform.job_run where job_run_id = ${jobRunId}`.execute(db);
    return rows[0]?.state === 'stopped';
  };
  const write = async (): Promise<void> => {
    if (!latest) return;
    writtenAt = performance.now();
    const { rows } = await sql<{ state: string }>`
      update platform.job_run
      set done = ${latest.done}, total = coalesce(${latest.total}::bigint, total), message = coalesce(${latest.message}::text, message)
      where job_run_id = ${jobRunId} returning state`.execute(db);
    stopped = rows[0]?.state === 'stopped';
  };

  stopped = await isStopped();
  return {
    get stopped() {
      return stopped;
    },
    report: async (done, total, message) => {
      latest = { done, total: total ?? null, message: message ?? null };
      if (performance.now() - writtenAt >= everyMs) await write();
    },
    begin: async () => {
      await sql`
        update platform.job_run set state = 'running', started_at = ${clock.now()}, finished_at = null
        where job_run_id = ${jobRunId} and state <> 'stopped'`.execute(db);
    },
    end: async (state, message) => {
      await write();
      await sql`
        update platform.job_run
        set state = case when state = 'stopped' then state else ${state} end,
          finished_at = ${clock.now()}, message = coalesce(${message ?? null}::text, message)
        where job_run_id = ${jobRunId}`.execute(db);
    },
  };
}
