export type { JobHandler, JobProgress, Jobs } from './jobs.ts';
export { openJobs } from './open-jobs.ts';
