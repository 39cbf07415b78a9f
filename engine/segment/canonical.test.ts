import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventLeaf, Leaf } from '@siyu/contract/segment';
import { canonicalRule } from './canonical.ts';
import { leafHash } from './leaf-hash.ts';

const phone: Leaf = { kind: 'identifier', identifier: 'phone' };
const email: Leaf = { kind: 'identifier', identifier: 'email' };
const bought = (events: string[]): EventLeaf => ({
  kind: 'event',
  events,
  window: { kind: 'last', days: 30 },
  measure: { of: 'count' },
  test: { op: 'gte', value: 1 },
});

test('the order of conditions and repeats do not matter', () => {
  assert.deepEqual(
    canonicalRule({ kind: 'or', of: [phone, { kind: 'or', of: [email, phone] }] }),
    canonicalRule({ kind: 'or', of: [email, phone] }),
  );
});

test('double negation and groups of one fall away', () => {
  assert.deepEqual(
    canonicalRule({ kind: 'and', of: [{ kind: 'not', of: { kind: 'not', of: phone } }] }),
    phone,
  );
});

test('equal conditions have one hash, different ones differ', () => {
  assert.equal(leafHash(bought(['a', 'b'])), leafHash({ ...bought(['b', 'a', 'a']), where: [] }));
  assert.notEqual(leafHash(bought(['a'])), leafHash(bought(['b'])));
  assert.match(leafHash(phone), /^[0-9a-f]{16}$/);
});
