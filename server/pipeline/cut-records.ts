import type { MessageBatch } from '@siyu/contract/collect';
import type { LogRecord } from '../platform/log/index.ts';

/** Most messages that one block takes; a single larger record makes a block of its own. */
const blockMessages = 10_000;

/**
 * The records of the next block: as many as fit. An erasure makes a block of its own, so that everything accepted before
 * it is in earlier blocks and everything after it in later ones.
 */
export function cutRecords(
  records: readonly LogRecord<MessageBatch>[],
): readonly LogRecord<MessageBatch>[] {
  let messages = 0;
  const end = records.findIndex((record, index) => {
    const erases = record.body.messages.some((message) => message.type === 'erase');
    messages += record.body.messages.length;
    return index > 0 && (erases || messages > blockMessages);
  });
  const first = records[0]?.body.messages.some((message) => message.type === 'erase');
  return records.slice(0, first ? 1 : end === -1 ? records.length : end);
}
