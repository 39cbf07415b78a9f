import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { setSegmentRun } from './store/put-segment.ts';

export const countJob = 'segment.count_segments';

/** Queues the count of a segment with what it stands on, in the transaction of what made it necessary. */
export async function startCount(
  platform: Platform,
  tx: Kysely<unknown>,
  segment: { readonly segment_id: number; readonly public_id: string },
): Promise<void> {
  const { jobRunId } = await platform.jobs.add(
    countJob,
    { segment: segment.segment_id },
    {
      key: `${countJob} ${segment.public_id}`,
      subject: segment.public_id,
      queue: 'segment.count',
      tx,
    },
  );
  await setSegmentRun(tx, segment.segment_id, jobRunId);
}
