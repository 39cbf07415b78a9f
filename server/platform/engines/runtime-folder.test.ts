import assert from 'node:assert/strict';
import { chmodSync, rmSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { runtimeFolder } from './runtime-folder.ts';

test('the same data folder has the same short private folder', () => {
  const folder = runtimeFolder('/some/data/folder');
  try {
    assert.equal(runtimeFolder('/some/data/folder'), folder);
    assert.notEqual(folder, '/some/data/folder');
    assert.ok(Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= 100);
    assert.equal(statSync(folder).mode & 0o777, 0o700);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folder that others may enter is refused: somebody could have put it there for us', () => {
  const folder = runtimeFolder('/another/data/folder');
  try {
    chmodSync(folder, 0o755);
    assert.throws(() => runtimeFolder('/another/data/folder'), /should be a private folder/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
