export { openJobs } from './open-jobs.ts';
export type { JobHandler, JobProgress, Jobs } from './jobs.ts';
