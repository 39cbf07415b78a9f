import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { Analytics } from '@segment/analytics-node';
import { createSource, eventTable } from '../modules/collect/index.ts';
import { rootNode, setUp } from '../modules/org/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { type StartedServer, startServer } from './start.ts';

let home: string;
let server: StartedServer;
let writeKey: string;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'siyu-sdk-'));
  const { config, inForce } = loadConfig({ home, port: 0 }, {});
  server = await startServer({ config, inForce, logger: testLogger });
  const { platform } = server;
  const password = 'a-password-for-tests';
  await setUp(
    platform,
    { nameZh: '集团', nameEn: 'Group', login: 'admin', name: 'Admin', password },
    null,
  );
  const db = platform.postgres.db<unknown>();
  const orgId = (await rootNode(db))?.org_id as number;
  ({ writeKey } = await createSource(
    db,
    { kind: 'server', channel: 'site', name: '官网', orgId },
    new Date(),
  ));
});
after(async () => {
  await server.close();
  rmSync(home, { recursive: true, force: true });
});

it('an unmodified @segment/analytics-node delivers each event once', async () => {
  const errors: unknown[] = [];
  const analytics = new Analytics({
    writeKey,
    host: server.address,
    path: '/v1/batch',
    flushAt: 20,
    flushInterval: 100,
  });
  analytics.on('error', (error) => errors.push(error));
  analytics.identify({ userId: 'M1001', traits: { email: 'li.na@example.cn', city: '青岛' } });
  for (let n = 0; n < 250; n += 1) {
    analytics.track({
      userId: 'M1001',
      event: 'Product Viewed',
      properties: { product_id: `BX-${n}`, price: 39.5 },
    });
  }
  analytics.page({ anonymousId: 'visitor-1', name: 'Home', properties: { path: '/' } });
  analytics.screen({ userId: 'M1001', name: 'Cart' });
  analytics.group({ userId: 'M1001', groupId: 'family-7', traits: { members: 3 } });
  analytics.alias({ userId: 'M1001', previousId: 'visitor-1' });
  await analytics.flush();
  await server.idle();

  assert.deepEqual(errors, []);
  const rows = await server.platform.clickhouse.query<{
    name: string;
    n: number;
    products: number;
    people: number;
  }>({
    name: 'test.events',
    sql: `SELECT name, count() AS n, uniqExact(product) AS products,
        uniqExact(dictGetOrDefault('siyu.identity_person', 'person', identity_id, person)) AS people
      FROM ${eventTable.byName} GROUP BY name ORDER BY name`,
  });
  assert.deepEqual(rows, [
    { name: 'group_joined', n: 1, products: 1, people: 1 },
    { name: 'page_viewed', n: 1, products: 1, people: 1 },
    { name: 'product_viewed', n: 250, products: 250, people: 1 },
    { name: 'screen_viewed', n: 1, products: 1, people: 1 },
  ]);
});

it('a wrong write key is refused before anything is taken', async () => {
  const answer = await fetch(`${server.address}/v1/track`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa('wk_wrong:')}`, 'content-type': 'application/json' },
    body: JSON.stringify({ anonymousId: 'v', event: 'x' }),
  });
  assert.equal(answer.status, 401);
});
