import type { PlacedDocument } from './settled.ts';

/**
 * What is stored after `incoming` was heard of a document of which `before` is known, or null when nothing changes: it is
 * the same, or it is older than what is known. A statement without a buyer keeps the buyer; a line without a category
 * keeps the category that its product had in this document.
 */
export function nextStatement(
  before: PlacedDocument | null,
  incoming: PlacedDocument,
): PlacedDocument | null {
  if (!before) return incoming;
  if (before.changedAt !== null && incoming.changedAt !== null) {
    if (incoming.changedAt < before.changedAt) return null;
  }
  const next: PlacedDocument = {
    ...incoming,
    identityId: incoming.identityId || before.identityId,
    changedAt: incoming.changedAt ?? before.changedAt,
  };
  return same(before, next) ? null : next;
}

function same(a: PlacedDocument, b: PlacedDocument): boolean {
  return fingerprint(a) === fingerprint(b);
}

/** All parts but `changedAt`: the same content under a later date is no change. */
function fingerprint(document: PlacedDocument): string {
  return JSON.stringify([
    document.orderNumber,
    document.currency,
    document.status,
    document.at,
    document.paidAt,
    document.completedAt,
    document.cancelledAt,
    document.amount,
    document.reason,
    document.identityId,
    document.orgId,
    document.storeOrgId,
    document.channel,
    document.lines.map((line) => [
      line.sku,
      line.name,
      line.category,
      line.quantity,
      line.unitPrice,
      line.amount,
    ]),
  ]);
}
