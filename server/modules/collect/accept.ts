import type { MessageBatch } from '@siyu/contract/collect';
import type { Platform } from '../../platform/platform.ts';

/** The topic that every door writes to and the pipeline reads. */
export const rawTopic = 'raw';

/** A batch as a door gives it: messages as `contract/collect` states them, and calls that could not be read. */
export interface AcceptedBatch {
  readonly sourceId: number;
  readonly messages: MessageBatch['messages'];
  readonly rejected?: MessageBatch['rejected'];
}

/** Makes a batch durable in the log. Resolves when it is; from then on it will be counted exactly once. */
export async function accept(
  platform: Platform,
  batch: AcceptedBatch,
): Promise<{ readonly offset: number }> {
  const body: MessageBatch = { ...batch, receivedAt: platform.clock.now().toISOString() };
  return platform.log.append(rawTopic, body, batch.messages.length + (batch.rejected?.length ?? 0));
}
