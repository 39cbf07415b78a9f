import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');
const locales = ['zh-CN', 'en-US'];
const sources = globSync('{app,features,kit,ui}/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('.test.'))
  .map((path) => readFileSync(join(root, path), 'utf8'))
  .join('\n');

/** Every `namespace:path` that is written out in the source, as a whole or up to its first blank. */
const named = [...sources.matchAll(/['"`]([a-z]+):([A-Za-z0-9_.]*)(\$\{)?/g)].map(
  ([, space = '', path = '', blank]) => ({
    space,
    path,
    isBeginning: blank !== undefined || path.endsWith('.'),
  }),
);

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [here] : leaves(value, here);
  });
}

const spaces = (locale: string) =>
  new Map(
    globSync('*.json', { cwd: join(root, 'i18n', locale) }).map((file) => [
      basename(file, '.json'),
      leaves(JSON.parse(readFileSync(join(root, 'i18n', locale, file), 'utf8')) as Tree),
    ]),
  );

for (const locale of locales) {
  test(`every sentence that a screen asks for exists in ${locale}`, () => {
    const known = spaces(locale);
    const missing = named
      .filter(({ space }) => known.has(space))
      .filter(({ space, path, isBeginning }) => {
        const paths = known.get(space) ?? [];
        return !paths.some((each) => `${each}.`.startsWith(isBeginning ? path : `${path}.`));
      })
      .map(({ space, path }) => `${space}:${path}`);
    assert.deepEqual([...new Set(missing)], []);
  });
}

test('no sentence is left that no screen asks for', () => {
  const unused = [...spaces('zh-CN')].flatMap(([space, paths]) =>
    paths
      .filter(
        (path) =>
          !named.some((use) => {
            if (use.space !== space) return false;
            return use.isBeginning ? path.startsWith(use.path) : path === use.path;
          }),
      )
      .map((path) => `${space}:${path}`),
  );
  assert.deepEqual(unused, []);
});
