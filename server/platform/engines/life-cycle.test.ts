import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineProcess, spawnEngines } from '../../testing/spawn-engines.ts';
import { commandLine, postmasterPid } from '../postgres/embedded/leftovers.ts';

const root = process.getuid?.() === 0;
const asRoot = { skip: root ? false : 'needs root' };
const folder = mkdtempSync(join(tmpdir(), 'siyu-life-'));
const started: EngineProcess[] = [];
let homes = 0;

function newHome(): string {
  return join(folder, `home ${++homes}`);
}

async function start(...args: Parameters<typeof spawnEngines>): Promise<EngineProcess> {
  const server = await spawnEngines(...args);
  started.push(server);
  return server;
}

function postmaster(home: string): number {
  const pid = postmasterPid(join(home, 'postgres'));
  assert.ok(pid, 'no postmaster.pid');
  return pid;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.end('SIGTERM')));
});

after(() => rmSync(folder, { recursive: true, force: true }));

test('starts in an empty folder, stops on SIGTERM with nothing left behind, and starts again with its data', async () => {
  const home = newHome();
  const first = await start(home);
  assert.equal(first.greeting, 'ready');
  await first.ask('pg create table fact (n int)');
  await first.ask('pg insert into fact values (42)');
  const pid = postmaster(home);
  assert.equal(await first.end('SIGTERM'), 0);
  assert.equal(commandLine(pid), '');

  const second = await start(home);
  assert.equal(await second.ask('pg select n from fact'), 'rows [{"n":42}]');
  assert.equal(await second.ask('ch select 1 as one'), 'rows [{"one":1}]');
});

test('Ctrl-C, which reaches the whole process group, still lets a running statement finish', async () => {
  const home = newHome();
  const server = await start(home, { only: 'postgres' });
  await server.ask('pg create table fact (n int)');
  const slow = server.ask('pg insert into fact select 1 from pg_sleep(1) returning n');
  await sleep(200);
  const ended = server.end('SIGINT');
  assert.equal(await slow, 'rows [{"n":1}]');
  assert.equal(await ended, 0);
});

test('a second server on the same folder is refused with the number of the first', async () => {
  const home = newHome();
  const first = await start(home, { only: 'postgres' });
  const second = await start(home, { only: 'postgres' });
  assert.match(
    second.greeting,
    new RegExp(
      `^refused The data folder .* is in use by another Siyu server \\(process ${first.child.pid}\\)\\. Stop that server first, or choose another folder with SIYU_HOME\\.`,
    ),
  );
  assert.equal(await first.ask('pg select 1 as one'), 'rows [{"one":1}]');
});

test('after kill -9 the next start ends the orphaned PostgreSQL, rolls back what it was doing, keeps what was committed', async () => {
  const home = newHome();
  const killed = await start(home);
  await killed.ask('pg create table fact (n int)');
  await killed.ask('pg insert into fact values (1)');
  await killed.ask('ch create table fact (n Int32) engine = MergeTree order by n');
  await killed.ask('ch insert into fact values (1)');
  void killed.ask('pg insert into fact select 2 from pg_sleep(60)');
  await sleep(200);
  const orphan = postmaster(home);
  assert.equal(await killed.end('SIGKILL'), 'SIGKILL');
  assert.equal(commandLine(orphan) === '', false);

  const next = await start(home);
  assert.equal(next.greeting, 'ready');
  assert.equal(commandLine(orphan), '');
  assert.equal(await next.ask('pg select n from fact'), 'rows [{"n":1}]');
  assert.equal(await next.ask('ch select n from fact'), 'rows [{"n":1}]');
});

test('after kill -9 of server and PostgreSQL together the next start recovers', async () => {
  const home = newHome();
  const killed = await start(home, { only: 'postgres' });
  await killed.ask('pg create table fact as select 7 as n');
  void killed.ask('pg select sum(n) from generate_series(1, 300000000) n');
  const pid = postmaster(home);
  await killed.end('SIGKILL');
  process.kill(pid, 'SIGKILL');
  const next = await start(home, { only: 'postgres' });
  assert.equal(await next.ask('pg select n from fact'), 'rows [{"n":7}]');
});

test('a lock file whose number now belongs to a stranger does not stop the start, nor the stranger', async () => {
  const home = newHome();
  const first = await start(home, { only: 'postgres' });
  const file = join(home, 'postgres', 'postmaster.pid');
  const text = readFileSync(file, 'utf8');
  assert.equal(await first.end('SIGTERM'), 0);
  writeFileSync(file, text.replace(/^\d+/, String(process.pid)));
  const next = await start(home, { only: 'postgres' });
  assert.equal(next.greeting, 'ready');
});

test('PostgreSQL that dies under a running server is started again', async () => {
  const home = newHome();
  const server = await start(home, { only: 'postgres' });
  await server.ask('pg create table fact as select 7 as n');
  const first = postmaster(home);
  process.kill(first, 'SIGKILL');
  const startedAt = performance.now();
  let answer = '';
  while (!answer.startsWith('rows')) {
    assert.ok(performance.now() - startedAt < 15_000, answer);
    await sleep(50);
    answer = await server.ask('pg select n from fact');
  }
  assert.equal(answer, 'rows [{"n":7}]');
  assert.notEqual(postmaster(home), first);
});

test('root keeps its data where no other user may look', asRoot, async () => {
  const secret = join(folder, 'like-root');
  mkdirSync(secret, { mode: 0o700 });
  const server = await start(join(secret, 'deep', 'home'));
  assert.equal(server.greeting, 'ready');
  assert.equal(await server.ask('pg select 1 as one'), 'rows [{"one":1}]');
});

test('an ordinary user runs it as himself', asRoot, async (t) => {
  const nobody = { uid: 65534, gid: 65534 };
  const home = newHome();
  mkdirSync(home);
  chownSync(home, nobody.uid, nobody.gid);
  execFileSync('chmod', ['711', folder]);
  try {
    execFileSync(process.execPath, ['--version'], nobody);
  } catch {
    return t.skip('the checkout lies where no other user may look');
  }
  const server = await start(home, nobody);
  assert.equal(server.greeting, 'ready');
  assert.equal(await server.ask('pg select 1 as one'), 'rows [{"one":1}]');
  assert.equal(await server.ask('ch select 1 as one'), 'rows [{"one":1}]');
});

test('a folder that may not be written is refused with what to do', asRoot, async (t) => {
  const home = newHome();
  mkdirSync(home, { mode: 0o755 });
  try {
    execFileSync(process.execPath, ['--version'], { uid: 65534 });
  } catch {
    return t.skip('the checkout lies where no other user may look');
  }
  const server = await start(home, { uid: 65534, gid: 65534 });
  assert.match(server.greeting, /^refused The data folder .* cannot be used .*SIYU_HOME/);
});

test('a full disk is named as such, by either engine', asRoot, async (t) => {
  const small = join(folder, 'small disk');
  mkdirSync(small);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', small], { stdio: 'ignore' });
  } catch {
    return t.skip('needs the right to mount');
  }
  try {
    const server = await start(small);
    assert.match(
      server.greeting,
      /^refused PostgreSQL could not make its database .*The disk is full/,
    );
  } finally {
    execFileSync('umount', [small]);
  }
});

test('a temporary folder with a long name does not make the socket path too long', async () => {
  const long = join(folder, 'a-folder-for-temporary-files-'.repeat(4));
  mkdirSync(long);
  const server = await start(newHome(), { only: 'postgres', env: { TMPDIR: long } });
  assert.equal(await server.ask('pg select 1 as one'), 'rows [{"one":1}]');
});
