import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  type CommerceDocument,
  lineMoneyEvents,
  type MoneyDocument,
  orderMoneyEvents,
} from '@siyu/contract/commerce';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Postgres } from '../../platform/postgres/index.ts';
import { testPostgres } from '../../testing/engines.ts';
import { type DerivedEvent, type ResolvedDocument, recordDocuments } from './index.ts';
import { documentTotals } from './store/document-totals.ts';

let postgres: Postgres;
before(async () => {
  postgres = await testPostgres();
});
after(() => postgres.close());

const everything = { rootId: 1, everything: true, orgIds: [] };
const at = new Date('2026-11-22T00:00:00Z');
let messages = 0n;

function resolved(
  document: CommerceDocument,
  over: Partial<ResolvedDocument> = {},
): ResolvedDocument {
  messages += 1n;
  return {
    document,
    sourceId: 1,
    orgId: 1,
    storeOrgId: 0,
    channel: 'pos',
    identityId: null,
    personId: null,
    receivedAt: at,
    messageHash: messages,
    ...over,
  };
}

const record = (...documents: ResolvedDocument[]): Promise<readonly DerivedEvent[]> =>
  postgres.transaction((tx) => recordDocuments(tx, documents, at));

const clear = () =>
  sql`truncate commerce.document, commerce.product, commerce.shipment, commerce.owned_product`.execute(
    postgres.db<unknown>(),
  );

const anOrder = (
  over: Partial<Extract<CommerceDocument, { kind: 'order' }>> = {},
): CommerceDocument => ({
  kind: 'order',
  number: 'T1',
  currency: 'CNY',
  status: 'paid',
  placedAt: '2026-11-11T00:00:00+08:00',
  buyer: [],
  lines: [{ sku: 'kettle', name: '电水壶', category: '家电/厨房', quantity: 2, unitPrice: '99.5' }],
  ...over,
});

const names = (events: readonly DerivedEvent[]) =>
  events.map(({ name, revenue }) => [name, revenue]);

describe('recording documents', () => {
  it('writes an order once, however often it is heard', async () => {
    await clear();
    assert.deepEqual(names(await record(resolved(anOrder()), resolved(anOrder()))), [
      ['order_placed', 19_900],
      ['product_bought', 19_900],
    ]);
    assert.deepEqual(await record(resolved(anOrder())), []);
    const totals = await documentTotals(postgres.db<unknown>(), everything);
    assert.deepEqual(totals, [
      { currency: 'CNY', kind: 'order', documents: 1, lines: 1, amount: 19_900 },
    ]);
  });

  it('states the difference when a shop corrects an order, and takes a cancelled one back', async () => {
    await clear();
    await record(resolved(anOrder()));
    assert.deepEqual(names(await record(resolved(anOrder({ total: 18_900 })))), [
      ['order_corrected', -1000],
    ]);
    const cancelled = anOrder({ status: 'cancelled', cancelledAt: '2026-11-12T00:00:00Z' });
    assert.deepEqual(names(await record(resolved(cancelled))), [
      ['order_corrected', -18_900],
      ['product_corrected', -19_900],
      ['order_cancelled', null],
    ]);
  });

  it('learns products from lines, and lets a product document have the last word', async () => {
    await clear();
    const bare = anOrder({ lines: [{ sku: 'kettle', quantity: 1, unitPrice: '1' }] });
    await record(resolved(bare));
    const product: CommerceDocument = {
      kind: 'product',
      sku: 'kettle',
      name: '电水壶 1.5L',
      category: '家电/厨房/电水壶',
      changedAt: '2026-11-01T00:00:00Z',
    };
    await record(resolved(product));
    const events = await record(
      resolved(anOrder({ number: 'T2', lines: bare.kind === 'order' ? bare.lines : [] })),
    );
    assert.equal(events[1]?.category, '家电/厨房/电水壶');
    const { rows } = await sql<{
      name: string;
      stated: boolean;
    }>`select name, stated from commerce.product`.execute(postgres.db<unknown>());
    assert.deepEqual(rows, [{ name: '电水壶 1.5L', stated: true }]);
  });

  it('gives an anonymous order to its buyer when he is named, and gives ids that follow from the message', async () => {
    await clear();
    await record(resolved(anOrder()));
    const named = resolved(anOrder(), { identityId: 7, personId: 70 });
    const events = await record(named);
    assert.deepEqual(
      events.map(({ name, identityId, personId, revenue }) => [
        name,
        identityId,
        personId,
        revenue,
      ]),
      [
        ['order_corrected', 0, 0, -19_900],
        ['product_corrected', 0, 0, -19_900],
        ['order_placed', 7, 70, 19_900],
        ['product_bought', 7, 70, 19_900],
      ],
    );
    assert.equal(new Set(events.map(({ eventHash }) => eventHash)).size, 4);
  });

  it('tells a parcel’s dispatch and delivery once each, and an appliance’s owner', async () => {
    await clear();
    const parcel: CommerceDocument = {
      kind: 'shipment',
      number: 'S1',
      orderNumber: 'T1',
      shippedAt: '2026-11-12T08:00:00+08:00',
      buyer: [],
    };
    const there = { ...parcel, deliveredAt: '2026-11-14T08:00:00+08:00' };
    const heard = [
      await record(resolved(parcel)),
      await record(resolved(there)),
      await record(resolved(there)),
    ];
    assert.deepEqual(heard.map(names), [
      [['order_shipped', null]],
      [['order_delivered', null]],
      [],
    ]);
    const owned: CommerceDocument = {
      kind: 'owned_product',
      serial: 'SN1',
      sku: 'kettle',
      statedAt: '2026-11-15T00:00:00Z',
      buyer: [],
    };
    const first = await record(resolved(owned, { identityId: 7, personId: 70 }));
    assert.deepEqual(names(first), [['product_owned', null]]);
    const installed = { ...owned, installedAt: '2026-11-16T00:00:00Z' };
    assert.deepEqual(await record(resolved(installed, { identityId: 7, personId: 70 })), []);
  });

  it('ends with the same totals, equal to the sums of its events, in whatever order and batches documents come', async () => {
    const lines = fc.array(
      fc.record({
        sku: fc.constantFrom('kettle', 'cup', 'spoon'),
        quantity: fc.constantFrom(1, 2, 0.375, 3),
        unitPrice: fc.constantFrom('0.001', '9.99', '12.345', '100'),
      }),
      { maxLength: 4 },
    );
    const shared = { currency: fc.constantFrom('CNY', 'GBP'), buyer: fc.constant([]), lines };
    const document = fc.oneof(
      fc.record({
        ...shared,
        kind: fc.constant('order'),
        number: fc.constantFrom('1', '2', '3'),
        status: fc.constantFrom('placed', 'paid', 'cancelled'),
        placedAt: fc.constantFrom('2026-11-11T00:00:00Z', '2026-11-12T00:00:00Z'),
      }),
      fc.record({
        ...shared,
        kind: fc.constant('refund'),
        number: fc.constantFrom('1', '4'),
        refundedAt: fc.constant('2026-11-13T00:00:00Z'),
      }),
    );
    const history = fc
      .array(document, { minLength: 1, maxLength: 8 })
      .map((documents) => documents.map((one, index) => ({ ...one, changedAt: changedAt(index) })));
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 5 }),
        async (stated, random, size) => {
          const statements = [...stated] as unknown as MoneyDocument[];
          const repeated = [...statements, ...statements.slice(0, 3)];
          const shuffled = repeated
            .map((one) => ({ one, key: random.next().value as number }))
            .sort((a, b) => a.key - b.key);
          const outcomes = [];
          for (const order of [statements, shuffled.map(({ one }) => one)]) {
            await clear();
            const events: DerivedEvent[] = [];
            for (let from = 0; from < order.length; from += size) {
              events.push(
                ...(await record(...order.slice(from, from + size).map((one) => resolved(one)))),
              );
            }
            const totals = await documentTotals(postgres.db<unknown>(), everything);
            assert.deepEqual(sumOf(events, orderMoneyEvents), sumOfTotals(totals));
            outcomes.push({ totals, lines: sumOf(events, lineMoneyEvents) });
          }
          assert.deepEqual(outcomes[1], outcomes[0]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

const changedAt = (index: number): string =>
  new Date(Date.UTC(2026, 10, 20, 0, index)).toISOString();

function sumOf(
  events: readonly DerivedEvent[],
  counted: readonly string[],
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { name, currency, revenue } of events) {
    if (counted.includes(name)) sums[currency] = (sums[currency] ?? 0) + (revenue ?? 0);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

function sumOfTotals(totals: Awaited<ReturnType<typeof documentTotals>>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { currency, amount } of totals) sums[currency] = (sums[currency] ?? 0) + amount;
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
