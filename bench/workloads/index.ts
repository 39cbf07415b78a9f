import type { Workload } from '../workload.ts';
import { campaign } from './campaign.ts';
import { idle } from './idle.ts';
import { fileImport } from './import.ts';
import { ingest } from './ingest.ts';
import { segment } from './segment.ts';

/** Every workload, in the order in which they are listed. */
export const workloads: readonly Workload[] = [ingest, fileImport, segment, campaign, idle];
