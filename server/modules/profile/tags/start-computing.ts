import type { Kysely } from 'kysely';
import type { Platform } from '../../../platform/platform.ts';
import { setTagRun } from './store/set-tag-state.ts';

export const computeJob = 'profile.compute_tag';

/** Queues the computation of a tag, in the transaction of what made it necessary. Several requests become one run. */
export async function startComputing(
  platform: Platform,
  tx: Kysely<unknown>,
  tag: { readonly tag_id: number; readonly public_id: string },
): Promise<void> {
  const { jobRunId } = await platform.jobs.add(
    computeJob,
    { tag: tag.public_id },
    { key: `${computeJob} ${tag.public_id}`, subject: tag.public_id, queue: 'profile.tags', tx },
  );
  await setTagRun(tx, tag.tag_id, jobRunId);
}
