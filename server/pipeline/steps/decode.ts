import { hash } from 'node:crypto';
import type { MessageBatch } from '@siyu/contract/collect';
import type { LogRecord } from '../../platform/log/index.ts';
import type { PipelineContext } from '../context.ts';
import { type Draft, type Entry, signed } from '../draft.ts';

/** Turns log records into entries; calls that the door could not read go to quarantine. */
export async function decode(
  context: PipelineContext,
  draft: Draft,
  records: readonly LogRecord<MessageBatch>[],
): Promise<void> {
  for (const { body } of records) {
    const source = await context.sourceOf(body.sourceId);
    const receivedAt = new Date(body.receivedAt);
    for (const message of body.messages) {
      const entry: Entry = {
        hash: messageHash(source.sourceId, message.messageId),
        message,
        source,
        receivedAt,
        time: new Date(message.time),
        identifiers: [],
        orgId: 0,
        storeId: 0,
      };
      draft.entries.push(entry);
    }
    for (const call of body.rejected ?? []) {
      draft.quarantined.push({
        messageHash: signed(messageHash(source.sourceId, call.messageId)),
        sourceId: source.sourceId,
        reason: call.reason,
        detail: call.detail,
        eventName: null,
        raw: call.raw,
        receivedAt,
      });
    }
  }
}

/** The first 64 bits of SHA-256 over source and messageId: one source cannot suppress another's messages. */
export function messageHash(sourceId: number, messageId: string): bigint {
  return hash('sha256', `${sourceId}\0${messageId}`, 'buffer').readBigUInt64BE(0);
}
