import { type CommerceDocument, writeDocuments } from '@siyu/contract/commerce';
import { checkDocument } from '@siyu/engine/commerce';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { accept } from '../../collect/index.ts';
import { messageOfDocument } from '../message-of-document.ts';

export const writeDocumentsEndpoint = endpoint(
  writeDocuments,
  async ({ platform, actor, body: { documents } }) => {
    for (const [place, document] of documents.entries()) {
      const [fault] = checkDocument(document);
      if (fault) {
        const path = `/documents/${place}${fault.path}`;
        throw problem('commerce.document_invalid', { path, reason: fault.reason });
      }
    }
    await accept(platform, {
      sourceId: actor.sourceId as number,
      messages: (documents as CommerceDocument[]).map(messageOfDocument),
    });
    return { accepted: documents.length };
  },
);
