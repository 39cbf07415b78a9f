import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { formatTotals } from './format.ts';
import { runTestFile } from './run-file.ts';

const IMPORTS = `import assert from 'node:assert/strict';\nimport { describe, test } from 'node:test';\n`;

describe('running a test file', () => {
  test('counts every test once, also under a suite that fails with its child', async () => {
    const results = await resultsOf(`describe('money', () => {
      test('adds', () => {});
      test('rounds', () => assert.equal(1, 2));
      test.skip('divides', () => {});
    });`);
    assert.equal(formatTotals(results), '1 passed, 1 failed, 1 skipped');
    const [failure] = results.filter(({ outcome }) => outcome === 'failed');
    assert.equal(failure?.name, 'money › rounds');
    assert.match(failure?.at ?? '', /^a\.test\.ts:\d+$/);
    assert.match(failure?.problem ?? '', /1 !== 2/);
  });

  test('a crash outside any test is a failure that shows what was printed', async () => {
    const [result] = await resultsOf(`throw new Error('no such engine');`);
    assert.equal(result?.outcome, 'failed');
    assert.match(result?.problem ?? '', /exit code 1[\s\S]*no such engine/);
  });

  test('a file without tests is a failure', async () => {
    const [result] = await resultsOf('export {};');
    assert.match(result?.problem ?? '', /holds no test/);
  });
});

async function resultsOf(body: string) {
  using tree = temporaryTree({ 'a.test.ts': IMPORTS + body, 'package.json': '{"type":"module"}' });
  return (await runTestFile(tree.root, 'a.test.ts')).results;
}
