import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ruleFaults } from './rule-faults.ts';

const bought = {
  kind: 'event',
  events: ['order_placed'],
  window: { kind: 'last', days: 30 },
  measure: { of: 'count' },
  test: { op: 'gte', value: 1 },
};
const places = (rule: unknown) => ruleFaults(rule).map((fault) => `${fault.path} ${fault.code}`);

test('a right rule has no faults', () => {
  assert.deepEqual(
    places({ kind: 'and', of: [bought, { kind: 'not', of: { kind: 'known' } }] }),
    [],
  );
  assert.deepEqual(places({ kind: 'and', of: [] }), []);
});

test('a fault names its place in the tree', () => {
  const rule = {
    kind: 'or',
    of: [bought, { kind: 'not', of: { ...bought, window: { kind: 'last' } } }],
  };
  assert.deepEqual(places(rule), ['/of/1/of/window/days missing']);
  assert.deepEqual(places({ ...bought, measure: { of: 'total' } }), ['/measure/of wrong_kind']);
  assert.deepEqual(places({ ...bought, colour: 1 }), ['/colour unknown']);
  assert.deepEqual(places({ kind: 'and', of: [7] }), ['/of/0 wrong_kind']);
  assert.deepEqual(places({ kind: 'or', of: [] }), ['/of missing']);
  assert.deepEqual(places({ kind: 'constructor' }), ['/kind wrong_kind']);
});

test('a test must fit what it tests', () => {
  const sum = { of: 'sum', property: { in: 'text', name: 'colour' } };
  assert.deepEqual(places({ ...bought, measure: sum }), ['/measure/property unfit']);
  assert.deepEqual(places({ ...bought, measure: { of: 'last' } }), ['/test unfit']);
  const price = {
    property: { in: 'column', name: 'revenue' },
    test: { op: 'contains', value: '1' },
  };
  assert.deepEqual(places({ ...bought, where: [price] }), ['/where/0/test unfit']);
  const window = { kind: 'between', from: '2026-02-30', to: '2026-03-01' };
  assert.deepEqual(places({ ...bought, window }), ['/window/from unfit']);
});

test('trees have a limit in depth and in size', () => {
  let deep: unknown = { kind: 'known' };
  for (let i = 0; i < 10; i++) deep = { kind: 'not', of: deep };
  assert.deepEqual(
    places(deep).map((place) => place.split(' ')[1]),
    ['too_big'],
  );
  const wide = { kind: 'and', of: Array.from({ length: 101 }, () => ({ kind: 'known' })) };
  assert.deepEqual(places(wide), [' too_big']);
});
