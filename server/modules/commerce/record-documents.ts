import type { CommerceDocument } from '@siyu/contract/commerce';
import type { Kysely } from 'kysely';
import { recordMoneyDocuments } from './record-money-documents.ts';
import { recordOwnedProducts } from './record-owned-products.ts';
import { recordShipments } from './record-shipments.ts';
import type { DerivedEvent, ResolvedDocument } from './resolved-document.ts';
import { putProducts } from './store/put-products.ts';

type Of<Kind extends CommerceDocument['kind']> = ResolvedDocument & {
  readonly document: Extract<CommerceDocument, { kind: Kind }>;
};

/**
 * Writes the documents of one block, in the order of the log, inside the block's transaction, and returns the events that
 * ClickHouse shall get: those of documents that are new or changed (`engine/commerce` states the rule). A document heard
 * again unchanged writes nothing and gives none.
 */
export async function recordDocuments(
  tx: Kysely<unknown>,
  documents: readonly ResolvedDocument[],
  at: Date,
): Promise<readonly DerivedEvent[]> {
  const of = <Kind extends CommerceDocument['kind']>(...kinds: Kind[]): Of<Kind>[] =>
    documents.filter(({ document }) => (kinds as string[]).includes(document.kind)) as Of<Kind>[];
  const products = of('product').map(({ document, sourceId }) => ({ product: document, sourceId }));
  // Products first: their categories go into the events of the lines.
  await putProducts(tx, products, at);
  const events = [
    await recordMoneyDocuments(tx, of('order', 'refund', 'adjustment'), at),
    await recordShipments(tx, of('shipment'), at),
    await recordOwnedProducts(tx, of('owned_product'), at),
  ];
  return events.flat();
}
