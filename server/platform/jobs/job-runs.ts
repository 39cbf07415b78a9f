import { type Kysely, sql } from 'kysely';

export interface JobRun {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly done: number;
  readonly total: number | null;
  readonly message: string | null;
}

/** How far runs of jobs have come, by id. */
export async function jobRuns(
  db: Kysely<unknown>,
  jobRunIds: readonly number[],
): Promise<ReadonlyMap<number, JobRun>> {
  if (jobRunIds.length === 0) return new Map();
  const { rows } = await sql<JobRun & { job_run_id: number }>`
    select job_run_id, state, done, total, message
    from platform.job_run where job_run_id = any(${[...jobRunIds]}::bigint[])`.execute(db);
  return new Map(rows.map(({ job_run_id, ...run }) => [job_run_id, run]));
}
