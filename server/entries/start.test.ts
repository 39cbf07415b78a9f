import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadConfig } from '../platform/config/index.ts';
import { EngineError } from '../platform/engines/engine-error.ts';
import { testLogger } from '../testing/engines.ts';
import { startServer } from './start.ts';

let home: string;
before(() => {
  home = mkdtempSync(join(tmpdir(), 'siyu-start-'));
});
after(() => rmSync(home, { recursive: true, force: true }));
const start = (port: number) =>
  startServer({ ...loadConfig({ home, port }, {}), logger: testLogger });

it('says which port is taken and what to do, and lets go of the data folder', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await assert.rejects(start(port), (error: Error) => {
    assert.ok(error instanceof EngineError);
    assert.match(error.message, new RegExp(`Port ${port} .*SIYU_PORT`));
    return true;
  });
  other.close();
  const server = await start(port);
  assert.equal(server.address, `http://127.0.0.1:${port}`);
  await server.close();
});

it('answers what it has taken in before it stops, and takes in nothing more', async () => {
  const server = await start(0);
  const attempt = async () => {
    const answer = await fetch(`${server.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'nobody', password: 'x' }),
    });
    return answer.status;
  };
  const running = Array.from({ length: 6 }, attempt);
  await sleep(40);
  const closing = server.close();
  const answers = await Promise.allSettled(running);
  await closing;
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason)),
    [401, 401, 401, 401, 401, 401],
  );
  await assert.rejects(attempt(), /fetch failed/);
  assert.equal(existsSync(join(home, 'server.json')), false);
});
