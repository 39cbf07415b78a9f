import type { Message, MessageBatch } from '@siyu/contract/collect';
import type { LogRecord } from '../platform/log/index.ts';

/** Most events that one block takes; a single larger record makes a block of its own. */
const blockEvents = 20_000;

/**
 * The records of the next block: as many as fit. An erasure makes a block of its own, so that everything accepted before
 * it is in earlier blocks and everything after it in later ones.
 */
export function cutRecords(
  records: readonly LogRecord<MessageBatch>[],
): readonly LogRecord<MessageBatch>[] {
  let events = 0;
  const end = records.findIndex((record, index) => {
    const erases = record.body.messages.some((message) => message.type === 'erase');
    for (const message of record.body.messages) events += eventsOf(message);
    return index > 0 && (erases || events > blockEvents);
  });
  const first = records[0]?.body.messages.some((message) => message.type === 'erase');
  return records.slice(0, first ? 1 : end === -1 ? records.length : end);
}

/** How many events a message becomes, about: an order one for itself and one for each of its lines. */
function eventsOf(message: Message): number {
  const lines = (message.document as { lines?: unknown } | undefined)?.lines;
  return 1 + (Array.isArray(lines) ? lines.length : 0);
}
