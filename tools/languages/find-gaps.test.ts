import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { findLanguageGaps } from './find-gaps.ts';

describe('both languages', () => {
  test('without a console there is nothing to say', () => {
    assert.deepEqual(gaps({}, {}), []);
  });

  test('plural forms may differ in number, for Chinese has one', () => {
    assert.deepEqual(
      gaps(
        { people_other: '{{count}} 人' },
        { people_one: 'one person', people_other: '{{count}} people' },
      ),
      [],
    );
  });

  test('a key that one language lacks is told with its file', () => {
    assert.deepEqual(gaps({ a: { b: '好' } }, {}), [
      'console/i18n/en-US/app.json lacks a.b. Translate it from the other language.',
    ]);
  });

  test('an empty sentence is told', () => {
    assert.match(gaps({ a: '好' }, { a: ' ' })[0] ?? '', /leaves a empty/);
  });

  test('placeholders are the same in both', () => {
    assert.match(
      gaps({ a: '{{name}}，你好' }, { a: 'Hello {{who}}' })[0] ?? '',
      /other placeholders/,
    );
  });

  test('a literal key in the source exists, in its namespace or by its full name', () => {
    const source = `const { t } = useTranslation('app');\nt('a'); t('app:a'); t(\`built.\${x}\`);\nt('gone');`;
    assert.deepEqual(gaps({ a: '好' }, { a: 'good' }, source), [
      `console/ui/page.tsx:3 says t('gone'), which no language has. Add it to console/i18n in both.`,
    ]);
  });
});

function gaps(chinese: object, english: object, source = ''): string[] {
  using tree = temporaryTree({
    'console/i18n/zh-CN/app.json': JSON.stringify(chinese),
    'console/i18n/en-US/app.json': JSON.stringify(english),
    'console/ui/page.tsx': source,
  });
  return findLanguageGaps(tree.root);
}
