import type { CommerceDocument } from '@siyu/contract/commerce';
import { checkDocument } from '@siyu/engine/commerce';
import type { Kysely } from 'kysely';
import { recordDocuments } from '../../modules/commerce/index.ts';
import { type Draft, setAside, signed } from '../draft.ts';

/** Writes orders, refunds and the other commerce documents, and takes the events that follow from them. */
export async function keepDocuments(tx: Kysely<unknown>, draft: Draft): Promise<void> {
  const documents = draft.entries.filter((entry) => entry.message.type === 'document');
  const sound = documents.filter((entry) => {
    const faults = checkDocument(entry.message.document);
    if (faults.length === 0) return true;
    const words = faults.slice(0, 5).map(({ path, reason }) => `${path || '/'} ${reason}`);
    setAside(
      draft,
      entry,
      'document_invalid',
      `The document does not fit the commerce model: ${words.join('; ')}.`,
    );
    return false;
  });
  if (sound.length === 0) return;
  draft.derived = await recordDocuments(
    tx,
    sound.map((entry) => ({
      document: entry.message.document as CommerceDocument,
      sourceId: entry.source.sourceId,
      orgId: entry.orgId,
      storeOrgId: entry.storeId,
      channel: entry.source.channel,
      identityId: entry.act?.identityId ?? null,
      personId: entry.act?.personId ?? null,
      receivedAt: entry.receivedAt,
      messageHash: BigInt(signed(entry.hash)),
    })),
    draft.at,
  );
}
