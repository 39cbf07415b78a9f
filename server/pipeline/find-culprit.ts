import type { MessageBatch } from '@siyu/contract/collect';
import type { LogRecord } from '../platform/log/index.ts';
import type { PipelineContext } from './context.ts';
import { rehearse } from './resolve-block.ts';
import { messageHash } from './steps/decode.ts';

/**
 * The messages that cannot be resolved on their own, found by rehearsing halves: about log2(n) rehearsals for one culprit.
 * Empty when every half works, so that the failure was not a message's fault (a lost connection).
 */
export async function findCulprits(
  context: PipelineContext,
  records: readonly LogRecord<MessageBatch>[],
): Promise<ReadonlySet<bigint>> {
  const hashes = records.flatMap(({ body }) =>
    body.messages.map((message) => messageHash(body.sourceId, message.messageId)),
  );
  const culprits = new Set<bigint>();
  const search = async (suspects: readonly bigint[]): Promise<void> => {
    if (suspects.length === 0 || (await rehearse(context, records, new Set(suspects)))) return;
    if (suspects.length === 1) {
      culprits.add(suspects[0] as bigint);
      return;
    }
    const middle = suspects.length >> 1;
    await search(suspects.slice(0, middle));
    await search(suspects.slice(middle));
  };
  await search(hashes);
  return culprits;
}
