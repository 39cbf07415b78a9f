import { createHash } from 'node:crypto';
import type { Message } from '@siyu/contract/collect';
import type { CommerceDocument } from '@siyu/contract/commerce';

/** When the document's act happened, as its source states it. */
const timeOf = (document: CommerceDocument): string => {
  switch (document.kind) {
    case 'order':
      return document.placedAt;
    case 'refund':
      return document.refundedAt;
    case 'adjustment':
      return document.adjustedAt;
    case 'shipment':
      return document.shippedAt;
    case 'owned_product':
      return document.statedAt;
    case 'product':
      return document.changedAt;
  }
};

/**
 * The message that carries a document to the log. Its id is made of its content, so that the same document again is the same
 * message, and a changed one is another.
 */
export function messageOfDocument(document: CommerceDocument): Message {
  const content = createHash('sha256').update(JSON.stringify(document)).digest('base64url');
  return {
    messageId: `document-${content}`,
    type: 'document',
    time: new Date(timeOf(document)).toISOString(),
    identifiers: 'buyer' in document ? document.buyer : [],
    document,
    ...('store' in document && document.store !== undefined ? { org: document.store } : {}),
  };
}
