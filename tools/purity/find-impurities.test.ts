import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { command } from '../checks/command.ts';
import { root } from '../root.ts';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { findImpurities } from './find-impurities.ts';

describe('pure code', () => {
  test('times that are given are fine, and so are tests', () => {
    const files = {
      'engine/a.ts': 'export const day = (ms: number) => new Date(ms).getUTCDay();',
      'engine/a.test.ts': 'Date.now();',
      'server/a.ts': 'Date.now();',
    };
    assert.deepEqual(impurities(files), []);
  });

  for (const call of [
    'Date.now()',
    'Math.random()',
    'new Date()',
    'DateTime.now()',
    'DateTime.utc()',
  ]) {
    test(`${call} is told with file and line`, () => {
      const found = impurities({ 'engine/a.ts': `\nexport const x = ${call};` });
      assert.deepEqual(found, [
        `engine/a.ts:2 calls ${call}. Take the time or the randomness as an argument.`,
      ]);
    });
  }

  for (const workspace of ['contract', 'engine', 'simulator']) {
    test(`what reaches outside is a compile error in ${workspace}`, async () => {
      using tree = temporaryTree({
        'tsconfig.json': JSON.stringify({
          extends: `${root}/${workspace}/tsconfig.json`,
          include: ['a.ts'],
        }),
        'a.ts': 'export const outside = [fetch, process, setTimeout, Buffer, console, document];',
      });
      const problem = await command('tsc', ['--project', tree.root]);
      for (const name of ['fetch', 'process', 'setTimeout', 'Buffer', 'console', 'document'])
        assert.match(problem, new RegExp(`Cannot find name '${name}'`));
    });
  }
});

function impurities(files: Record<string, string>): string[] {
  using tree = temporaryTree(files);
  return findImpurities(tree.root);
}
