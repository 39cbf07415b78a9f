import type { ChannelKind } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';

export const sendJob = 'channel.send';

/** Lets a channel send what is due at `at`; of several wishes that wait the last stands, so name the earliest moment. */
export async function wakeChannel(
  platform: Pick<Platform, 'jobs'>,
  channel: ChannelKind,
  at?: Date,
  tx?: Kysely<unknown>,
): Promise<void> {
  await platform.jobs.add(
    sendJob,
    { channel },
    {
      key: `${sendJob} ${channel}`,
      // One at a time: what woke it twice does not work twice.
      queue: `${sendJob} ${channel}`,
      subject: channel,
      ...(at ? { runAt: at } : {}),
      ...(tx ? { tx } : {}),
    },
  );
}
