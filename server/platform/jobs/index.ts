export { type JobRun, jobRuns } from './job-runs.ts';
export type { JobHandler, JobProgress, Jobs } from './jobs.ts';
export { openJobs } from './open-jobs.ts';
