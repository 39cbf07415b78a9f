import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineMoneyEvents, orderMoneyEvents } from '@siyu/contract/commerce';
import fc from 'fast-check';
import { documentEvents } from './document-events.ts';
import { nextStatement } from './next-statement.ts';
import { counts, type PlacedDocument } from './settled.ts';
import type { ShopEvent } from './shop-event.ts';

const anOrder = (over: Partial<PlacedDocument> = {}): PlacedDocument => ({
  kind: 'order',
  number: 'T1',
  orderNumber: null,
  currency: 'CNY',
  status: 'paid',
  at: Date.parse('2026-11-11T00:00:00Z'),
  paidAt: Date.parse('2026-11-11T00:01:00Z'),
  completedAt: null,
  cancelledAt: null,
  changedAt: null,
  amount: 300,
  lines: [line('kettle', 1, 100), line('cup', 4, 200)],
  reason: null,
  identityId: 7,
  orgId: 3,
  storeOrgId: 3,
  channel: 'pos',
  ...over,
});

function line(sku: string, quantity: number, amount: number) {
  return { sku, name: sku, category: 'home', quantity, unitPrice: '1', amount };
}

const short = (events: readonly ShopEvent[]) =>
  events.map(({ name, identityId, revenue, product }) =>
    [name, identityId, revenue, product].filter((part) => part !== '').join(' '),
  );

describe('the events of a document', () => {
  it('state a new order, its lines and its payment', () => {
    assert.deepEqual(short(documentEvents(null, anOrder())), [
      'order_placed 7 300',
      'product_bought 7 100 kettle',
      'product_bought 7 200 cup',
      'order_paid 7 ',
    ]);
  });

  it('state only the difference when a line is corrected', () => {
    const after = anOrder({ amount: 250, lines: [line('kettle', 1, 100), line('cup', 3, 150)] });
    const events = documentEvents(anOrder(), after);
    assert.deepEqual(short(events), ['order_corrected 7 -50', 'product_corrected 7 -50 cup']);
    assert.equal(events[1]?.number.quantity, -1);
  });

  it('call a product that was added bought', () => {
    const after = anOrder({ amount: 310, lines: [...anOrder().lines, line('spoon', 1, 10)] });
    assert.deepEqual(short(documentEvents(anOrder(), after)), [
      'order_corrected 7 10',
      'product_bought 7 10 spoon',
    ]);
  });

  it('take a cancelled order back', () => {
    assert.deepEqual(short(documentEvents(anOrder(), anOrder({ status: 'cancelled' }))), [
      'order_corrected 7 -300',
      'product_corrected 7 -100 kettle',
      'product_corrected 7 -200 cup',
      'order_cancelled 7 ',
    ]);
  });

  it('move an anonymous order to the buyer once he is known', () => {
    assert.deepEqual(short(documentEvents(anOrder({ identityId: 0 }), anOrder())), [
      'order_corrected 0 -300',
      'product_corrected 0 -100 kettle',
      'product_corrected 0 -200 cup',
      'order_placed 7 300',
      'product_bought 7 100 kettle',
      'product_bought 7 200 cup',
      'order_paid 7 ',
    ]);
  });

  it('are none when the same is heard again', () => {
    assert.equal(nextStatement(anOrder(), anOrder()), null);
    assert.deepEqual(documentEvents(anOrder(), anOrder()), []);
  });

  it('ignore an older statement that arrives late', () => {
    const newer = anOrder({ changedAt: 2, status: 'cancelled' });
    assert.equal(nextStatement(newer, anOrder({ changedAt: 1 })), null);
  });

  it('keep the buyer when a later statement names none', () => {
    assert.equal(nextStatement(anOrder(), anOrder({ identityId: 0, amount: 1 }))?.identityId, 7);
  });

  it('sum to what the last statement counts, by buyer, time and product, after any history', () => {
    const history = fc.array(
      fc.record({
        status: fc.constantFrom('placed', 'paid', 'cancelled', 'completed'),
        identityId: fc.constantFrom(0, 7, 8),
        at: fc.constantFrom(1000, 2000),
        currency: fc.constantFrom('CNY', 'GBP'),
        storeOrgId: fc.constantFrom(0, 3),
        amount: fc.integer({ min: 0, max: 1000 }),
        changedAt: fc.constantFrom(null, 1, 2, 3),
        lines: fc.array(
          fc
            .tuple(
              fc.constantFrom('kettle', 'cup', 'spoon'),
              fc.integer({ min: -3, max: 3 }),
              fc.integer({ min: -500, max: 500 }),
            )
            .map(([sku, quantity, amount]) => line(sku, quantity, amount)),
          { maxLength: 4 },
        ),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(history, (statements) => {
        let known: PlacedDocument | null = null;
        const events: ShopEvent[] = [];
        for (const statement of statements) {
          const next = nextStatement(known, anOrder(statement as Partial<PlacedDocument>));
          if (!next) continue;
          events.push(...documentEvents(known, next));
          known = next;
        }
        assert.deepEqual(sums(events), known ? countedSums(known) : {});
      }),
      { numRuns: 1000 },
    );
  });
});

type Sums = Record<string, number>;

function sums(events: readonly ShopEvent[]): Sums {
  const by: Sums = {};
  const isMoney = new Set<string>([...orderMoneyEvents, ...lineMoneyEvents]);
  for (const event of events) {
    if (!isMoney.has(event.name)) {
      assert.equal(event.revenue, null);
      continue;
    }
    const key = [event.identityId, event.time, event.currency, event.storeOrgId, event.product];
    by[key.join('|')] = (by[key.join('|')] ?? 0) + (event.revenue ?? 0);
  }
  return Object.fromEntries(Object.entries(by).filter(([, revenue]) => revenue !== 0));
}

function countedSums(document: PlacedDocument): Sums {
  if (!counts(document)) return {};
  const { identityId, at, currency, storeOrgId } = document;
  const by: Sums = {};
  const add = (product: string, amount: number) => {
    const key = [identityId, at, currency, storeOrgId, product].join('|');
    by[key] = (by[key] ?? 0) + amount;
  };
  add('', document.amount);
  for (const { sku, amount } of document.lines) add(sku, amount);
  return Object.fromEntries(Object.entries(by).filter(([, revenue]) => revenue !== 0));
}
