import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkDocument } from './check-document.ts';

const order = {
  kind: 'order',
  number: 'T1',
  currency: 'CNY',
  status: 'paid',
  placedAt: '2026-11-11T00:00:00+08:00',
  buyer: [{ kind: 'phone', value: '13812349876' }],
  lines: [{ sku: 'kettle', quantity: 1.5, unitPrice: '0.001' }],
};
const line = order.lines[0];
const paths = (over: object) => checkDocument({ ...order, ...over }).map(({ path }) => path);

describe('a document', () => {
  it('that fits the model has no faults', () => {
    assert.deepEqual(checkDocument(order), []);
  });

  it('is refused with the path of what is wrong', () => {
    assert.deepEqual(paths({ lines: [line, { ...line, unitPrice: '1,5' }] }), [
      '/lines/1/unitPrice',
    ]);
    assert.deepEqual(paths({ placedAt: '2026-02-30T00:00:00Z' }), ['/placedAt']);
    assert.deepEqual(paths({ placedAt: '0001-01-01T00:00:00Z' }), ['/placedAt']);
    assert.deepEqual(paths({ placedAt: '2026-11-11' }), ['/placedAt']);
    assert.deepEqual(paths({ kind: 'basket' }), ['/kind']);
    assert.deepEqual(paths({ lines: [{ ...line, sku: 'a\0b' }] }), ['/lines/0/sku']);
    assert.deepEqual(paths({ number: '\ud800' }), ['/number']);
    assert.deepEqual(paths({ buyer: [{ kind: 'shoe_size', value: '41' }] }), ['/buyer/0/kind']);
    assert.deepEqual(checkDocument('order'), [{ path: '', reason: 'must be an object' }]);
  });

  it('is refused when an amount could only be kept roughly', () => {
    assert.deepEqual(paths({ lines: [{ ...line, quantity: 1e9, unitPrice: '999999999999' }] }), [
      '/lines/0',
    ]);
  });
});
