import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { temporaryTree } from '../testing/temporary-tree.ts';
import { findDocumentFaults } from './find-faults.ts';

describe('documents', () => {
  test('links that lead somewhere, code and outside addresses are fine', () => {
    const text =
      '[b](docs/b.md#part) [web](https://example.com) `[x](gone.md)`\n```\n[y](gone.md)\n```\n';
    assert.deepEqual(faults({ 'a.md': text, 'docs/b.md': '[up](../a.md) [here](#part)' }), []);
  });

  test('a dead link is told with its line, an image too', () => {
    assert.deepEqual(faults({ 'docs/a.md': '\n[x](gone.md)\n<img src="no.png">' }), [
      'docs/a.md:2 links to gone.md, which does not exist.',
      'docs/a.md:3 links to no.png, which does not exist.',
    ]);
  });

  test('a path of one machine is told', () => {
    const path = ['', 'home', 'ada', 'siyu'].join('/');
    assert.match(faults({ 'a.ts': `open('${path}')` })[0] ?? '', /a path of one machine/);
  });

  test('a download address in the lock file is told', () => {
    const lock = '{\n"resolved": "https://registry.example/x.tgz" }';
    assert.match(faults({ 'package-lock.json': lock })[0] ?? '', /^package-lock\.json:2 holds/);
  });
});

function faults(files: Record<string, string>): string[] {
  using tree = temporaryTree(files);
  execFileSync('git', ['init', '--quiet'], { cwd: tree.root });
  return findDocumentFaults(tree.root);
}
