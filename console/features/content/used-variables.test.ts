import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usedVariables } from './used-variables.ts';

test('a text’s variables are told once each, with what stands in for a missing value', () => {
  const text = `{{ person.name | default: '朋友' }}，{{person.city|upcase|default:"您那里"}} {{ unsubscribe_url }} {{ person.name }}`;
  assert.deepEqual(usedVariables(text), [
    { name: 'person.name', fallback: '朋友' },
    { name: 'person.city', fallback: '您那里' },
    { name: 'unsubscribe_url', fallback: undefined },
  ]);
});

test('tags and half-written outputs are not variables', () => {
  assert.deepEqual(usedVariables("{% if person.level == '金卡' %}您好{% endif %} {{ per"), []);
});
