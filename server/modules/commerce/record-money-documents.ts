import type { MoneyDocument } from '@siyu/contract/commerce';
import {
  documentEvents,
  nextStatement,
  type PlacedDocument,
  type SettledLine,
  type ShopEvent,
  settle,
} from '@siyu/engine/commerce';
import type { Kysely } from 'kysely';
import { eventHashes } from './event-hashes.ts';
import type { DerivedEvent, ResolvedDocument } from './resolved-document.ts';
import { documentKey, documentsByKey } from './store/documents-by-key.ts';
import { knowProducts, type SeenProduct } from './store/know-products.ts';
import { peopleOfIdentities } from './store/people-of-identities.ts';
import { putDocuments } from './store/put-documents.ts';

type ResolvedMoney = ResolvedDocument & { readonly document: MoneyDocument };

/** One message's news: the events that follow and whose they are. */
interface News {
  readonly from: ResolvedMoney;
  readonly events: readonly ShopEvent[];
}

/** Orders, refunds and adjustments: each statement against what is known before it, then all of it in one write. */
export async function recordMoneyDocuments(
  tx: Kysely<unknown>,
  documents: readonly ResolvedMoney[],
  at: Date,
): Promise<readonly DerivedEvent[]> {
  if (documents.length === 0) return [];
  const keys = documents.map(({ document: { kind, number }, sourceId }) => ({
    sourceId,
    kind,
    number,
  }));
  const known = await documentsByKey(tx, keys);
  const categories = await knowProducts(tx, productsIn(documents), at);
  const changed = new Map<string, { sourceId: number; document: PlacedDocument }>();
  const news: News[] = [];

  documents.forEach((from, index) => {
    const key = documentKey(keys[index] as (typeof keys)[number]);
    const before = known.get(key) ?? null;
    const next = nextStatement(before, placed(from, before, categories));
    if (!next) return;
    news.push({ from, events: documentEvents(before, next) });
    known.set(key, next);
    changed.set(key, { sourceId: from.sourceId, document: next });
  });

  await putDocuments(tx, [...changed.values()], at);
  const people = await peopleOfIdentities(tx, strangersIn(news));
  return news.flatMap(({ from, events }) => derived(from, events, people));
}

function productsIn(documents: readonly ResolvedMoney[]): ReadonlyMap<string, SeenProduct> {
  const seen = new Map<string, SeenProduct>();
  for (const { document, sourceId } of documents) {
    if (document.kind === 'adjustment') continue;
    for (const { sku, name = '', category = '' } of document.lines) {
      const before = seen.get(sku);
      if (
        before &&
        (before.name !== '' || name === '') &&
        (before.category !== '' || category === '')
      )
        continue;
      seen.set(sku, {
        sku,
        name: before?.name || name,
        category: before?.category || category,
        sourceId,
      });
    }
  }
  return seen;
}

function placed(
  from: ResolvedMoney,
  before: PlacedDocument | null,
  categories: ReadonlyMap<string, string>,
): PlacedDocument {
  const settled = settle(from.document);
  const kept = before ? categoriesOf(before) : undefined;
  const lines = settled.lines.map(
    (line): SettledLine =>
      line.category === ''
        ? { ...line, category: kept?.get(line.sku) ?? categories.get(line.sku) ?? '' }
        : line,
  );
  return {
    ...settled,
    lines,
    identityId: from.identityId ?? 0,
    orgId: from.orgId,
    storeOrgId: from.storeOrgId,
    channel: from.document.channel ?? from.channel,
  };
}

/** A product's category may change later; the lines of a document keep the one under which they were sold. */
const categoriesOf = ({ lines }: PlacedDocument): ReadonlyMap<string, string> =>
  new Map(lines.map(({ sku, category }) => [sku, category]));

/** Identities other than the message's own: buyers from whom something is taken back, or who are kept. */
function strangersIn(news: readonly News[]): readonly number[] {
  const strangers = new Set<number>();
  for (const { from, events } of news) {
    for (const { identityId } of events) {
      if (identityId !== 0 && identityId !== from.identityId) strangers.add(identityId);
    }
  }
  return [...strangers];
}

function derived(
  from: ResolvedMoney,
  events: readonly ShopEvent[],
  people: ReadonlyMap<number, number>,
): DerivedEvent[] {
  const nextHash = eventHashes(from.messageHash);
  return events.map((event) => ({
    ...event,
    time: new Date(event.time),
    personId:
      event.identityId === from.identityId
        ? (from.personId ?? 0)
        : (people.get(event.identityId) ?? 0),
    sourceId: from.sourceId,
    eventHash: nextHash(),
  }));
}
