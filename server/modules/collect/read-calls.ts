import type { Message, RejectedCall } from '@siyu/contract/collect';
import { readSegmentCall } from '@siyu/engine/collect';
import { publicId } from '../../platform/crypto/index.ts';

/** Calls of the Segment spec as messages, and those that could not be read with their reason. */
export interface ReadCalls {
  readonly messages: readonly Message[];
  readonly rejected: readonly RejectedCall[];
}

/**
 * Reads calls as they came over HTTP. A call without `messageId` gets one, so that a repeated request without ids is counted
 * twice: only the sender can say that two calls are one.
 */
export function readCalls(
  calls: readonly { readonly raw: unknown; readonly type: string }[],
  received: { readonly receivedAt: Date; readonly sentAt?: unknown; readonly isHistory?: boolean },
): ReadCalls {
  const receivedAt = received.receivedAt.getTime();
  const sentAt = received.isHistory ? Number.NaN : Date.parse(String(received.sentAt));
  const messages: Message[] = [];
  const rejected: RejectedCall[] = [];
  for (const { raw, type } of calls) {
    const read = readSegmentCall(raw, type, {
      receivedAt,
      fallbackId: () => publicId('msg'),
      ...(Number.isFinite(sentAt) ? { sentAt } : {}),
    });
    if ('reason' in read)
      rejected.push({ messageId: statedId(raw) ?? publicId('msg'), ...read, raw });
    else messages.push(read);
  }
  return { messages, rejected };
}

function statedId(raw: unknown): string | undefined {
  const id = (raw as { messageId?: unknown } | null)?.messageId;
  return typeof id === 'string' && id !== '' ? id.slice(0, 200) : undefined;
}
