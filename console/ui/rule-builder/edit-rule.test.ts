import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rule } from '@siyu/contract/segment';
import { asGroup, hidden, isCountable, shown } from './edit-rule.ts';

const phone: Rule = { kind: 'identifier', identifier: 'phone' };

test('a rule comes back from the editor as it went in', () => {
  const rule: Rule = { kind: 'not', of: phone };
  assert.deepEqual(hidden(shown(rule)), rule);
  assert.deepEqual(hidden(shown(phone)), phone);
});

test('two exclusions cancel out', () => {
  assert.deepEqual(shown({ kind: 'not', of: { kind: 'not', of: phone } }), {
    negated: false,
    rule: phone,
  });
});

test('a single condition is drawn inside a group', () => {
  assert.deepEqual(asGroup(phone), { kind: 'and', of: [phone] });
  assert.deepEqual(asGroup(undefined), { kind: 'and', of: [] });
});

test('a rule is counted only when every condition is filled in', () => {
  const city = (values: string[]): Rule => ({
    kind: 'trait',
    trait: 'city',
    test: { op: 'in', values },
  });
  assert.equal(isCountable({ kind: 'and', of: [phone, city(['杭州'])] }), true);
  assert.equal(isCountable({ kind: 'and', of: [phone, city([])] }), false);
  assert.equal(isCountable({ kind: 'and', of: [] }), false);
});
