import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, finished, newDefinition, tagKinds } from './new-definition.ts';

test('a value is stored under its English name, or the Chinese one, and keeps its code when renamed', () => {
  assert.equal(codeOf({ value: '', zh: '高价值', en: 'High value!' }), 'high_value');
  assert.equal(codeOf({ value: '', zh: '高价值', en: '' }), '高价值');
  assert.equal(codeOf({ value: 'vip', zh: '高价值', en: 'High value' }), 'vip');
});

test('a missing English name is the Chinese one', () => {
  const definition = finished({ kind: 'manual', values: [{ value: '', zh: '敏感肌', en: '' }] });
  assert.deepEqual(definition, {
    kind: 'manual',
    values: [{ value: '敏感肌', zh: '敏感肌', en: '敏感肌' }],
  });
});

test('every kind of tag has something to start with', () => {
  for (const kind of tagKinds) assert.equal(newDefinition(kind).kind, kind);
});
