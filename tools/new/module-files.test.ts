import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSync } from 'oxc-parser';
import { moduleFiles } from './module-files.ts';

test('a new module has all its rooms, and its TypeScript parses', () => {
  const files = moduleFiles('loyalty');
  for (const path of ['README.md', 'index.ts', 'registers.ts', 'loyalty.test.ts'])
    assert.ok(files[path], path);
  for (const [path, text] of Object.entries(files).filter(([path]) => path.endsWith('.ts')))
    assert.deepEqual(parseSync(path, text).errors, [], path);
});
