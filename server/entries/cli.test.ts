import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { type StartedServer, startServer } from './start.ts';

describe('the command line', () => {
  let folder: string;
  let home: string;
  let server: StartedServer;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'siyu-cli-'));
    home = join(folder, 'home');
    const { config, inForce } = loadConfig({ home, port: 0 }, {});
    server = await startServer({ config, inForce, logger: testLogger });
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs a command with --json and gives its exit code and what it said. */
  const siyu = (args: readonly string[], at = home) =>
    new Promise<{ code: number; out: Record<string, unknown>; err: string }>((resolve) => {
      const script = join(import.meta.dirname, 'cli.ts');
      execFile(process.execPath, [script, '--home', at, ...args, '--json'], (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        resolve({ code, out: out ? JSON.parse(out) : {}, err });
      });
    });

  it('finds the running server by its home folder, with a key that only its owner can read', async () => {
    const { code, out } = await siyu(['status']);
    assert.deepEqual([code, out.running, out.address], [0, true, server.address]);
    assert.equal(statSync(join(home, 'server.json')).mode & 0o777, 0o600);
    assert.equal((await siyu(['status'], join(folder, 'elsewhere'))).code, 1);
  });

  it('sets an empty installation up with its first user, and adds others', async () => {
    const first = await siyu(['user', 'add', 'boss', '--organisation', '云栖家居']);
    assert.equal(first.code, 0, first.err);
    assert.equal(String(first.out.password).length, 16);
    const second = await siyu([
      'user',
      'add',
      'ana',
      '--role',
      'analyst',
      '--password',
      'long-enough-1',
    ]);
    assert.deepEqual([second.code, second.out.login, second.out.password], [0, 'ana', undefined]);
    const again = await siyu(['user', 'add', 'ana', '--role', 'analyst']);
    assert.equal(again.code, 1);
    assert.match(again.err, /org\.login_taken/);
  });

  it('verifies the audit log, and says with exit code 2 where it was changed', async () => {
    assert.equal((await siyu(['audit', 'seal'])).out.sealed, 2);
    assert.deepEqual((await siyu(['audit', 'verify'])).code, 0);
    const change = (by: string) =>
      server.platform.postgres.transaction(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await sql`update org.audit_entry set actor = ${by} || actor where entry_id = 2`.execute(tx);
      });
    await change('x');
    const { code, out } = await siyu(['audit', 'verify']);
    assert.equal(code, 2);
    assert.deepEqual(out.break, { seal: 1, entry: 2, reason: 'entry_changed' });
    await server.platform.postgres.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update org.audit_entry set actor = substr(actor, 2) where entry_id = 2`.execute(tx);
    });
  });

  it('backs a running server up, and restores it into an empty folder in which the audit log still holds', async () => {
    const made = await siyu(['backup', join(folder, 'backup')]);
    assert.equal(made.code, 0, made.err);
    const restored = join(folder, 'restored');
    const { code, err } = await siyu(['restore', join(folder, 'backup')], restored);
    assert.equal(code, 0, err);
    cpSync(join(home, 'keys'), join(restored, 'keys'), { recursive: true });
    const proof = await siyu(['audit', 'verify'], restored);
    assert.deepEqual([proof.code, proof.out.sealed, proof.out.seals], [0, 2, 1]);
    assert.equal((await siyu(['backup', join(folder, 'backup')])).code, 1);
  });

  it('hides secrets in the settings it prints', async () => {
    const out = await new Promise<string>((resolve) => {
      const script = join(import.meta.dirname, 'cli.ts');
      const env = { ...process.env, SIYU_MASTER_KEY: 'topsecret' };
      execFile(process.execPath, [script, '--home', home, 'config'], { env }, (_error, text) =>
        resolve(text),
      );
    });
    assert.match(out, /masterKey +••••••/);
    assert.doesNotMatch(out, /topsecret/);
    assert.ok(!readFileSync(join(home, 'server.json'), 'utf8').includes('topsecret'));
  });
});
