import assert from 'node:assert/strict';
import { test } from 'node:test';
import { billedParts, characters, excerpt, plainText, trackedLinks } from './index.ts';

test('an address in plain text becomes a link tag and ends where Chinese text begins', () => {
  const { source, links } = trackedLinks(
    '点此 https://a.cn/x?y=1&z=2。退订 https://a.cn/q',
    'text',
  );
  assert.equal(
    source,
    "点此 {% link 'https://a.cn/x?y=1&z=2' %}。退订 {% link 'https://a.cn/q' %}",
  );
  assert.deepEqual(links, ['https://a.cn/x?y=1&z=2', 'https://a.cn/q']);
});

test('the full stop of an English sentence is no part of the address', () => {
  assert.equal(
    trackedLinks('See https://a.cn/x.', 'text').source,
    "See {% link 'https://a.cn/x' %}.",
  );
});

test('an address that a variable continues stays untracked', () => {
  const text = '看 https://a.cn/{{ person.level }} 和 {{ x }}https://b.cn';
  const { source, links } = trackedLinks(text, 'text');
  assert.equal(source, "看 https://a.cn/{{ person.level }} 和 {{ x }}{% link 'https://b.cn' %}");
  assert.deepEqual(links, ['https://b.cn']);
});

test('in HTML only href is rewritten, entities are read, and an explicit tag counts once', () => {
  const { source, links } = trackedLinks(
    `<a href="https://a.cn/?x=1&amp;y=2">https://a.cn</a> {% link "https://a.cn/?x=1&y=2" %}`,
    'html',
  );
  assert.equal(
    source,
    `<a href="{% link 'https://a.cn/?x=1&y=2' %}">https://a.cn</a> {% link 'https://a.cn/?x=1&y=2' %}`,
  );
  assert.deepEqual(links, ['https://a.cn/?x=1&y=2']);
});

test('a short message of 70 characters is one part, one of 71 is two, one of 135 is three', () => {
  assert.equal(billedParts('字'.repeat(70), 70), 1);
  assert.equal(billedParts('字'.repeat(71), 70), 2);
  assert.equal(billedParts('字'.repeat(134), 70), 2);
  assert.equal(billedParts('字'.repeat(135), 70), 3);
  assert.equal(billedParts('字'.repeat(999), 0), 1);
  assert.equal(characters('𠮷😀'), 2);
});

test('an HTML text reads as lines with the addresses of its links', () => {
  assert.equal(
    plainText('<style>p{}</style><p>A &amp; B</p><p><a href="https://a.cn">go</a></p>'),
    'A & B\ngo (https://a.cn)',
  );
  assert.equal(excerpt('一 二\n三'.repeat(40), 10).length, 10);
});
