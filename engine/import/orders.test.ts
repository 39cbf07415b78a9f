import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ImportMapping } from '@siyu/contract/collect';
import { documentFaults, type MoneyDocument } from '@siyu/contract/commerce';
import { settle } from '../commerce/index.ts';
import { createGrouper, createRunIndex } from './group-rows.ts';
import { createDocumentMapper } from './orders.ts';
import { bindMapping, type Plan } from './plan.ts';
import type { Outcome, Row } from './row.ts';
import { readyTemplates } from './templates.ts';

const context = { importKey: 'k', importId: 1, startedAt: '2026-11-22T00:00:00.000Z' };
const columns = ['no', 'at', 'phone', 'sku', 'qty', 'price', 'cur', 'total'];
const mapping: ImportMapping = {
  kind: 'orders',
  timezone: 'Asia/Shanghai',
  currency: 'CNY',
  documents: { refundPrefixes: ['C'], adjustmentPrefixes: ['A'], negativeIsRefund: true },
  columns: [
    { column: 'no', target: 'order.number' },
    { column: 'at', target: 'order.time' },
    { column: 'phone', target: 'identifier.phone' },
    { column: 'sku', target: 'line.sku' },
    { column: 'qty', target: 'line.quantity' },
    { column: 'price', target: 'line.unit_price' },
    { column: 'cur', target: 'order.currency' },
    { column: 'total', target: 'order.total' },
  ],
};
const plan = bindMapping(mapping, columns) as Plan;

const rows = (...lines: string[]): [Row, ...Row[]] =>
  lines.map((line, index) => ({ file: 0, row: index + 2, cells: line.split(',') })) as unknown as [
    Row,
    ...Row[],
  ];

const map = (...lines: string[]): Outcome => createDocumentMapper(plan, context)(rows(...lines));

function documentOf(outcome: Outcome): MoneyDocument {
  assert.ok('message' in outcome, JSON.stringify(outcome));
  assert.deepEqual(documentFaults(outcome.message.document), []);
  return outcome.message.document as MoneyDocument;
}

describe('the rows of one number', () => {
  it('become one order; the header is taken from the first row that fills it', () => {
    const document = documentOf(
      map('T1,2026-11-11 00:30,13812349876,kettle,1,199.00,,', 'T1,,,cup,4,9.9,,'),
    );
    assert.equal(document.kind, 'order');
    assert.equal(settle(document).amount, 23_860);
    assert.equal(document.kind === 'order' && document.placedAt, '2026-11-10T16:30:00.000Z');
    assert.deepEqual(document.buyer, [{ kind: 'phone', value: '13812349876' }]);
  });

  it('are a refund when the number says so or every quantity is negative, positive inside, negative in sums', () => {
    for (const number of ['C7', 'T7']) {
      const document = documentOf(map(`${number},2026-11-11 00:30,,kettle,-2,10,,`));
      assert.equal(document.kind, 'refund');
      assert.equal(document.kind === 'refund' && document.lines[0]?.quantity, 2);
      assert.equal(settle(document).amount, -2000);
    }
  });

  it('stay an order when an exchange mixes signs', () => {
    const document = documentOf(map('T8,2026-11-11,,a,-1,10,,', 'T8,,,b,1,15,,'));
    assert.equal(document.kind, 'order');
    assert.equal(settle(document).amount, 500);
  });

  it('are a signed adjustment when the number says so', () => {
    const document = documentOf(map('A9,2011-08-12 14:51:00,,B,1,-11062.06,,'));
    assert.deepEqual([document.kind, settle(document).amount], ['adjustment', -1_106_206]);
  });

  it('are refused together, each with its row, when one of them is bad', () => {
    const outcome = map('T1,2026-11-11,,kettle,1,199,,', 'T1,,,cup,four,9.9,,');
    assert.ok('faults' in outcome);
    assert.deepEqual(
      outcome.faults.map(({ row, column, code, value }) => [row, column, code, value]),
      [
        [2, 'qty', 'number_invalid', 'four'],
        [3, 'qty', 'number_invalid', 'four'],
      ],
    );
  });

  it('are refused when they disagree on the currency', () => {
    const outcome = map('T1,2026-11-11,,kettle,1,199,CNY,', 'T1,,,cup,1,9.9,USD,');
    assert.ok('faults' in outcome);
    assert.equal(outcome.faults[0]?.code, 'document_conflict');
  });

  it('keep an anonymous order and refuse nothing for a missing buyer', () => {
    assert.deepEqual(documentOf(map('T1,2026-11-11,,kettle,1,199,,')).buyer, []);
  });
});

describe('grouping', () => {
  it('gathers rows that are not adjacent, and gives every document once', () => {
    const numbers = ['a', 'a', 'b', 'a', 'c', 'b', 'd'];
    const index = createRunIndex();
    for (const number of numbers) index.see(number);
    const grouper = createGrouper(index.end());
    const groups = numbers.flatMap((number, row) =>
      grouper.push(number, { file: 0, row, cells: [number] }),
    );
    groups.push(...grouper.end());
    assert.deepEqual(
      groups.map((group) => group.map(({ row }) => row)),
      [[0, 1, 3], [4], [2, 5], [6]],
    );
  });
});

describe('ready-made templates', () => {
  it('bind to the columns they name', () => {
    for (const { id, mapping: ready } of readyTemplates) {
      const names = ready.columns.map(({ column }) => column);
      assert.ok(!('missing' in bindMapping(ready, names)), id);
    }
  });
});
