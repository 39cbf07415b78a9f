import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { testPostgres } from '../../testing/engines.ts';
import { steppingClock } from '../clock/index.ts';
import type { Postgres } from '../postgres/index.ts';
import { openKeyRing } from './index.ts';

const clock = steppingClock('2026-06-01T08:00:00Z');
let home: string;
let postgres: Postgres;
const ring = (masterKey?: string) => openKeyRing({ postgres, home, clock, masterKey });

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'siyu-keys-'));
  postgres = await testPostgres();
});
after(async () => {
  await postgres.close();
  rmSync(home, { recursive: true, force: true });
});

it('opens after a restart what it sealed before, with a key that only its owner may read', async () => {
  const { keyId, body } = await (await ring()).seal('box', '李小娜', clock.now());
  assert.equal((await (await ring()).open(keyId, body)).toString(), '李小娜');
  assert.equal(statSync(join(home, 'keys', 'master.key')).mode & 0o777, 0o600);
});

it('seals logs under a key a day, and makes it once however many ask at once', async () => {
  const keys = await ring();
  const ids = await Promise.all(
    Array.from({ length: 20 }, async () => (await keys.sealer('log', clock.now())).keyId),
  );
  assert.equal(new Set(ids).size, 1);
  clock.advance(86_400_000);
  assert.notEqual((await keys.sealer('log', clock.now())).keyId, ids[0]);
});

it('refuses bytes that somebody changed', async () => {
  const keys = await ring();
  const { keyId, body } = await keys.seal('secret', 'password', clock.now());
  body[20] = (body[20] ?? 0) ^ 1;
  await assert.rejects(keys.open(keyId, body));
});

it('says what to do when the master key is not the one of this database', async () => {
  await assert.rejects(
    ring(randomBytes(32).toString('base64')),
    /Start with the master key it was made with/,
  );
  await assert.rejects(ring('too-short'), /must be 32 bytes in base64/);
});

it('hashes equal values of different fields apart, and the same ones alike after a restart', async () => {
  const [a, b] = [await ring(), await ring()];
  assert.equal(a.hash('phone', '+8613812349876'), b.hash('phone', '+8613812349876'));
  assert.notEqual(a.hash('phone', '+8613812349876'), a.hash('email', '+8613812349876'));
  assert.match(
    a.hash('phone', 'x'),
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  );
});
