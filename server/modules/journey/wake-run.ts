import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';

export const advanceJob = 'journey.advance_run';

/** Lets a run do what is due at `at`; of several wishes that wait the last stands, so name the earliest moment. */
export async function wakeRun(
  platform: Pick<Platform, 'jobs'>,
  runId: number,
  at?: Date,
  tx?: Kysely<unknown>,
): Promise<void> {
  await platform.jobs.add(
    advanceJob,
    { runId },
    {
      key: `${advanceJob} ${runId}`,
      // One at a time: what woke it twice does not work twice.
      queue: `${advanceJob} ${runId}`,
      subject: String(runId),
      ...(at ? { runAt: at } : {}),
      ...(tx ? { tx } : {}),
    },
  );
}
