import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceRoutes } from '@siyu/contract/collect';
import { setUp } from '@siyu/contract/org';
import { eventTable } from '../modules/collect/index.ts';
import { personOf } from '../modules/identity/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { type SpawnedServer, spawnServer } from '../testing/spawned-server.ts';
import { startServer } from './start.ts';

/** As the issue asks. */
const rounds = 20;

let home: string;
before(() => {
  home = mkdtempSync(join(tmpdir(), 'siyu-crash-'));
});
after(() => rmSync(home, { recursive: true, force: true }));

it(`${rounds} times killed while it takes events, it has every acknowledged one once and none twice`, async () => {
  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  let writeKey = '';
  for (let round = 0; round < rounds; round += 1) {
    const server = await spawnServer(home);
    if (round === 0) writeKey = await prepare(server);
    const killed = new AbortController();
    const senders = Array.from({ length: 4 }, (_, sender) =>
      send(server.address, writeKey, `${round}-${sender}`, {
        acknowledged,
        sent,
        killed: killed.signal,
      }),
    );
    // From "while it still starts its pipeline" to "in the middle of many blocks".
    await sleep(50 + ((round * 7919) % 900));
    await server.kill();
    killed.abort();
    await Promise.all(senders);
  }
  assert.ok(acknowledged.size > 1000, `only ${acknowledged.size} events were acknowledged`);

  const { config, inForce } = loadConfig({ home, port: 0 }, {});
  const last = await startServer({ config, inForce, logger: testLogger });
  try {
    await last.idle();
    for (const table of [eventTable.byName, eventTable.byIdentity]) {
      const rows = await last.platform.clickhouse.query<{ mark: string; n: number }>({
        name: 'test.marks',
        sql: `SELECT text['mark'] AS mark, count() AS n FROM ${table} WHERE name = 'crash_tried' GROUP BY mark`,
      });
      const counts = new Map(rows.map(({ mark, n }) => [mark, n]));
      assert.deepEqual(
        [...counts].filter(([, n]) => n !== 1),
        [],
        `doubled in ${table}`,
      );
      assert.deepEqual(
        [...acknowledged].filter((mark) => !counts.has(mark)),
        [],
        `lost in ${table}`,
      );
      assert.deepEqual(
        [...counts.keys()].filter((mark) => !sent.has(mark)),
        [],
        `never sent, in ${table}`,
      );
    }
    const people = await last.platform.clickhouse.query<{ people: number }>({
      name: 'test.people',
      sql: `SELECT uniqExact(${personOf()}) AS people FROM ${eventTable.byName} WHERE name = 'crash_tried'`,
    });
    assert.ok(
      (people[0]?.people ?? 99) <= 10,
      'ten members, however often their events were repeated',
    );
  } finally {
    await last.close();
  }
});

async function prepare(server: SpawnedServer): Promise<string> {
  await server.call(setUp, {
    body: {
      nameZh: '集团',
      nameEn: 'Group',
      login: 'admin',
      name: 'Admin',
      password: 'a-password-for-tests',
    },
  });
  const source = { kind: 'app', channel: 'app', name: 'App', node: 'root' } as const;
  return (await server.call(sourceRoutes.createSource, { body: source })).writeKey;
}

/** Sends batches until the server is gone; every batch is sent twice, as a client does that got no answer. */
async function send(
  address: string,
  writeKey: string,
  name: string,
  {
    acknowledged,
    sent,
    killed,
  }: { acknowledged: Set<string>; sent: Set<string>; killed: AbortSignal },
): Promise<void> {
  for (let batch = 0; !killed.aborted; batch += 1) {
    const marks = Array.from({ length: 25 }, (_, place) => `${name}-${batch}-${place}`);
    for (const mark of marks) sent.add(mark);
    const body = JSON.stringify({
      batch: marks.map((mark, place) => ({
        type: 'track',
        event: 'Crash Tried',
        messageId: mark,
        userId: `M${place % 10}`,
        anonymousId: `visitor-${mark}`,
        properties: { mark },
      })),
    });
    for (let tries = 0; tries < 2; tries += 1) {
      const isTaken = await post(address, writeKey, body, killed);
      if (isTaken) for (const mark of marks) acknowledged.add(mark);
    }
  }
}

async function post(
  address: string,
  writeKey: string,
  body: string,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await fetch(`${address}/v1/batch`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${btoa(`${writeKey}:`)}`,
        'content-type': 'application/json',
      },
      body,
      signal,
    });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
