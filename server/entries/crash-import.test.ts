import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import {
  type ImportDetail,
  listImportTemplates,
  readImport,
  sourceRoutes,
  startImport,
  uploadImportFile,
} from '@siyu/contract/collect';
import { sumDocuments } from '@siyu/contract/commerce';
import { setUp } from '@siyu/contract/org';
import { eventTable } from '../modules/collect/index.ts';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { type SpawnedServer, spawnServer } from '../testing/spawned-server.ts';
import { startServer } from './start.ts';

const mostRounds = 10;
const documents = 20_000;

let home: string;
before(() => {
  home = mkdtempSync(join(tmpdir(), 'siyu-crash-import-'));
});
after(() => rmSync(home, { recursive: true, force: true }));

it('an import that is killed again and again goes on by itself and takes every row once', async () => {
  let id = '';
  let kills = 0;
  let server = await spawnServer(home);
  for (; kills < mostRounds; kills += 1) {
    if (kills === 0) id = await prepare(server);
    await sleep(150 + ((kills * 197) % 500));
    const { state } = await server.call(readImport, { params: { import: id } });
    if (state === 'done') break;
    await server.kill();
    server = await spawnServer(home);
  }
  await server.stop();
  assert.ok(kills > 2, `it was over after ${kills} kills`);

  const { config, inForce } = loadConfig({ home, port: 0 }, {});
  const last = await startServer({ config, inForce, logger: testLogger });
  try {
    const authorization = `Bearer ${last.localKey}`;
    const get = async (url: string) => {
      const answer = await last.fastify.inject({ url, headers: { authorization } });
      return answer.json() as unknown;
    };
    for (let settled = false; !settled; await sleep(200)) {
      ({ settled } = (await get(`/api/imports/${id}`)) as ImportDetail);
    }
    const { counts, state } = (await get(`/api/imports/${id}`)) as ImportDetail;
    assert.equal(state, 'done');
    assert.deepEqual([counts.rows, counts.errors, counts.orders], [documents * 2, 0, documents]);
    const { totals } = (await get(sumDocuments.path)) as { totals: unknown };
    const sum = {
      currency: 'GBP',
      kind: 'order',
      documents,
      lines: documents * 2,
      amount: documents * 355,
    };
    assert.deepEqual(totals, [sum]);
    for (const table of [eventTable.byName, eventTable.byIdentity]) {
      const rows = await last.platform.clickhouse.query({
        name: 'test.sums',
        sql: `SELECT name, toUInt32(count()) AS n, toString(sum(revenue)) AS revenue FROM ${table} GROUP BY name ORDER BY name`,
      });
      assert.deepEqual(rows, [
        { name: 'order_placed', n: documents, revenue: String(documents * 355) },
        { name: 'product_bought', n: documents * 2, revenue: String(documents * 355) },
      ]);
    }
  } finally {
    await last.close();
  }
});

async function prepare(server: SpawnedServer): Promise<string> {
  const names = { nameZh: '集团', nameEn: 'Group', login: 'admin', name: 'Admin' };
  await server.call(setUp, { body: { ...names, password: 'a-password-for-tests' } });
  await server.call(sourceRoutes.createSource, {
    body: { kind: 'file', channel: 'web', name: 'Orders', node: 'root' },
  });
  const { items } = await server.call(sourceRoutes.listSources);
  const { items: templates } = await server.call(listImportTemplates);
  const mapping = templates.find((template) => template.id === 'online_retail')?.mapping;
  assert.ok(mapping);
  const file = await server.call(uploadImportFile, {
    query: { name: 'orders.csv.gz' },
    body: gzipSync(orders()) as never,
  });
  const source = items.find(({ name }) => name === 'Orders')?.id ?? '';
  const body = { name: 'Orders', source, files: [{ file: file.id }], mapping };
  return (await server.call(startImport, { body })).id;
}

function orders(): string {
  const lines = [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
  ];
  for (let number = 1; number <= documents; number += 1) {
    const shared = `2011-05-15 10:00:00,2.55,${(number % 500) + 1},France`;
    lines.push(`${number},A${number % 30},CUP,1,${shared}`);
    lines.push(`${number},B${number % 30},POT,1,${shared.replace('2.55', '1.00')}`);
  }
  return lines.join('\n');
}
