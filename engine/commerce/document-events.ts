import type { CommerceEvent } from '@siyu/contract/commerce';
import { counts, type PlacedDocument } from './settled.ts';
import type { ShopEvent } from './shop-event.ts';

/**
 * The events that bring ClickHouse from what it knows of a document (`before`; null = nothing) to `after`.
 *
 * The rule: over all events of a document, the revenue of `orderMoneyEvents` sums to what the document counts, and the
 * revenue and quantity of `lineMoneyEvents` to what its lines count — at every (buyer, time, currency, place, product). So
 * - a new document states itself: `order_placed` and one `product_bought` or `product_returned` a line;
 * - a changed one states the differences as `order_corrected` and `product_corrected`, dated like the document; a product
 *   that it did not hold before is `product_bought`;
 * - when the buyer, time, currency or place changed, the old is taken back there and stated anew here; a new buyer gets
 *   the plain events, because for him it is new;
 * - the same again gives none.
 */
export function documentEvents(
  before: PlacedDocument | null,
  after: PlacedDocument,
): readonly ShopEvent[] {
  if (!before) return [...firstStatement(after), ...milestones(null, after)];
  const events: ShopEvent[] = [];
  if (samePlace(before, after)) {
    const known = amounts(before);
    events.push(...difference(after, amounts(after), known, (sku) => known.has(sku)));
  } else {
    const sameBuyer = before.identityId === after.identityId;
    events.push(...difference(before, nothing, amounts(before), () => true));
    if (sameBuyer) events.push(...difference(after, amounts(after), nothing, () => true));
    else events.push(...firstStatement(after));
  }
  const heard = before.identityId === after.identityId ? before : null;
  return [...events, ...milestones(heard, after)];
}

interface Amounts {
  readonly revenue: number;
  readonly quantity: number;
  readonly category: string;
}

const documentKey = '';
const nothing: ReadonlyMap<string, Amounts> = new Map();

/** What a document counts, as a whole (key '') and by product. */
function amounts(document: PlacedDocument): ReadonlyMap<string, Amounts> {
  const factor = counts(document) ? 1 : 0;
  const by = new Map<string, Amounts>();
  by.set(documentKey, { revenue: factor * document.amount, quantity: 0, category: '' });
  for (const line of document.lines) {
    const sofar = by.get(line.sku);
    by.set(line.sku, {
      revenue: (sofar?.revenue ?? 0) + factor * line.amount,
      quantity: (sofar?.quantity ?? 0) + factor * line.quantity,
      category: line.category,
    });
  }
  return by;
}

function samePlace(a: PlacedDocument, b: PlacedDocument): boolean {
  return (
    a.identityId === b.identityId &&
    a.at === b.at &&
    a.currency === b.currency &&
    a.orgId === b.orgId &&
    a.storeOrgId === b.storeOrgId &&
    a.channel === b.channel
  );
}

const firstName = {
  order: 'order_placed',
  refund: 'order_refunded',
  adjustment: 'order_adjusted',
} as const satisfies Record<PlacedDocument['kind'], CommerceEvent>;

const lineName = (quantity: number): CommerceEvent =>
  quantity < 0 ? 'product_returned' : 'product_bought';

function firstStatement(document: PlacedDocument): ShopEvent[] {
  const counted = counts(document);
  const shared = sharedColumns(document);
  const events: ShopEvent[] = [
    {
      ...shared,
      name: firstName[document.kind],
      revenue: counted ? document.amount : 0,
      text: documentText(document),
      number: document.lines.length > 0 ? { lines: document.lines.length } : none,
    },
  ];
  if (!counted) return events;
  for (const line of document.lines) {
    events.push({
      ...shared,
      name: lineName(line.quantity),
      revenue: line.amount,
      product: line.sku,
      category: line.category,
      number: { quantity: line.quantity },
    });
  }
  return events;
}

/** Events that add `now − was` at the place of `document`. */
function difference(
  document: PlacedDocument,
  now: ReadonlyMap<string, Amounts>,
  was: ReadonlyMap<string, Amounts>,
  isKnown: (sku: string) => boolean,
): ShopEvent[] {
  const shared = sharedColumns(document);
  const events: ShopEvent[] = [];
  for (const sku of new Set([...was.keys(), ...now.keys()])) {
    const revenue = (now.get(sku)?.revenue ?? 0) - (was.get(sku)?.revenue ?? 0);
    const quantity = (now.get(sku)?.quantity ?? 0) - (was.get(sku)?.quantity ?? 0);
    if (revenue === 0 && quantity === 0) continue;
    if (sku === documentKey) {
      events.push({ ...shared, name: 'order_corrected', revenue, text: documentText(document) });
      continue;
    }
    events.push({
      ...shared,
      name: isKnown(sku) ? 'product_corrected' : lineName(quantity),
      revenue,
      product: sku,
      category: now.get(sku)?.category ?? was.get(sku)?.category ?? '',
      number: { quantity: roundQuantity(quantity) },
    });
  }
  return events;
}

/** A difference of binary fractions: cut to the nine places that a quantity may have. */
const roundQuantity = (quantity: number): number => Math.round(quantity * 1e9) / 1e9;

/** What happened to an order and when; these carry no revenue, so that no sum counts twice. */
function milestones(before: PlacedDocument | null, after: PlacedDocument): ShopEvent[] {
  if (after.kind !== 'order') return [];
  const shared = { ...sharedColumns(after), revenue: null };
  const events: ShopEvent[] = [];
  const cancelledAt = (order: PlacedDocument) =>
    order.status === 'cancelled' ? (order.cancelledAt ?? order.changedAt ?? order.at) : null;
  const reached = [
    ['order_paid', before?.paidAt, after.paidAt],
    ['order_completed', before?.completedAt, after.completedAt],
    ['order_cancelled', before && cancelledAt(before), cancelledAt(after)],
  ] as const;
  for (const [name, was, time] of reached) {
    if (time !== null && (was === null || was === undefined))
      events.push({ ...shared, name, time });
  }
  return events;
}

const none = Object.freeze({});

function sharedColumns(document: PlacedDocument): Omit<ShopEvent, 'name' | 'revenue'> {
  return {
    identityId: document.identityId,
    time: document.at,
    currency: document.currency,
    orderId: document.orderNumber ?? document.number,
    product: '',
    category: '',
    storeOrgId: document.storeOrgId,
    orgId: document.orgId,
    channel: document.channel,
    text: none,
    number: none,
  };
}

function documentText(document: PlacedDocument): Record<string, string> {
  return {
    ...(document.status === '' ? none : { status: document.status }),
    ...(document.reason === null ? none : { reason: document.reason }),
    ...(document.kind === 'order' ? none : { document: document.number }),
  };
}
