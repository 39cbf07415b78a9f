import type { Workload } from '../workload.ts';
import { idle } from './idle.ts';
import { fileImport } from './import.ts';
import { ingest } from './ingest.ts';

/** Every workload, in the order in which they are listed. */
export const workloads: readonly Workload[] = [ingest, fileImport, idle];
