import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { canReach } from './account.ts';
import { locateBinaries } from './binaries.ts';

const root = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };

test('an ordinary user runs the binaries where npm put them', () => {
  assert.match(locateBinaries(undefined).postgres, /node_modules/);
});

test('binaries below a folder that only root may enter are copied to where the lent account can run them', {
  skip: root ? false : 'needs root',
}, () => {
  const secret = mkdtempSync(join(tmpdir(), 'siyu-secret-'));
  const native = join(secret, 'native');
  const version = `test-${process.pid}`;
  let copy: string | undefined;
  try {
    cpSync(dirname(dirname(locateBinaries(undefined).postgres)), native, {
      recursive: true,
      verbatimSymlinks: true,
    });
    assert.equal(canReach(nobody, native), false);
    const binaries = locateBinaries(nobody, { native, version });
    copy = dirname(dirname(binaries.postgres));
    assert.match(String(execFileSync(binaries.postgres, ['--version'], nobody)), /PostgreSQL/);
    assert.deepEqual(locateBinaries(nobody, { native, version }), binaries);
  } finally {
    if (copy) rmSync(copy, { recursive: true });
    rmSync(secret, { recursive: true });
  }
});
