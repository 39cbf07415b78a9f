import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { listInbox } from '@siyu/contract/channel';
import { sourceRoutes } from '@siyu/contract/collect';
import { createTemplate, publishTemplate } from '@siyu/contract/content';
import { createCampaign, launchCampaign, readCampaign, readReport } from '@siyu/contract/journey';
import { setUp } from '@siyu/contract/org';
import { createSegment, getSegment, previewRule } from '@siyu/contract/segment';
import { type SpawnedServer, spawnServer } from '../testing/spawned-server.ts';

const mostKills = 8;
const members = 4_000;

let home: string;
let server: SpawnedServer;
before(() => {
  home = mkdtempSync(join(tmpdir(), 'siyu-crash-campaign-'));
});
after(async () => {
  await server.kill();
  rmSync(home, { recursive: true, force: true });
});

it('a campaign that is killed again and again reaches everybody it planned once, and nobody twice', async () => {
  server = await spawnServer(home);
  const campaign = await prepare(server);
  let kills = 0;
  for (; kills < mostKills; kills += 1) {
    await sleep(40 + ((kills * 173) % 400));
    const { state } = await server.call(readCampaign, { params: { campaign } });
    if (state === 'done') break;
    await server.kill();
    server = await spawnServer(home);
  }
  assert.ok(kills > 2, `it was over after ${kills} kills`);
  await until(async () => {
    const { state, error } = await server.call(readCampaign, { params: { campaign } });
    assert.equal(error, null);
    return state === 'done';
  });
  const report = await server.call(readReport, { params: { campaign } });
  const received = new Map<string, number>();
  let cursor: string | null | undefined;
  do {
    const page = await server.call(listInbox, {
      query: { limit: 200, ...(cursor ? { cursor } : {}) },
    });
    for (const { person } of page.items) {
      const id = person?.id ?? 'nobody';
      received.set(id, (received.get(id) ?? 0) + 1);
    }
    cursor = page.next;
  } while (cursor);
  await server.stop();

  assert.deepEqual(
    [...received].filter(([, messages]) => messages > 1),
    [],
    'a message was doubled',
  );
  assert.equal(received.size, report.sent);
  assert.equal(report.audience, members);
  const skipped = report.skipped.reduce((sum, { people }) => sum + people, 0);
  assert.equal(report.sent + skipped, members, 'everybody got the message or has a reason why not');
  assert.deepEqual(report.skipped, []);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 300) throw new Error('It did not come to that within a minute.');
    await sleep(200);
  }
}

async function prepare(server: SpawnedServer): Promise<string> {
  // Noon wherever the test runs, so that no quiet hour holds the messages back.
  const offset = 12 - new Date().getUTCHours();
  const timezone = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  const names = { nameZh: '集团', nameEn: 'Group', login: 'admin', name: 'Admin' };
  await server.call(setUp, { body: { ...names, timezone, password: 'a-password-for-tests' } });
  const { writeKey } = await server.call(sourceRoutes.createSource, {
    body: { kind: 'app', channel: 'app', name: 'App', node: 'root' },
  });
  for (let first = 0; first < members; first += 500)
    await identify(server.address, writeKey, first);

  const rule = { kind: 'identifier', identifier: 'user_id' } as const;
  await until(
    async () => (await server.call(previewRule, { body: { rule } })).count.known === members,
  );
  const { segment } = await server.call(createSegment, {
    body: { name: '会员', kind: 'static', rule },
  });
  await until(
    async () => (await server.call(getSegment, { params: { segment } })).count?.known === members,
  );
  const { id: template } = await server.call(createTemplate, {
    body: {
      name: '唤醒',
      channel: 'sms',
      category: 'marketing',
      body: "{{ person.name | default: '朋友' }}，好久不见。退订 {{ unsubscribe_url }}",
    },
  });
  await server.call(publishTemplate, { params: { template }, body: {} });
  const { id } = await server.call(createCampaign, {
    body: {
      name: '唤醒',
      template,
      entry: { kind: 'segment', segment, timing: { kind: 'now' } },
      holdoutBasisPoints: 0,
    },
  });
  await server.call(launchCampaign, { params: { campaign: id } });
  return id;
}

async function identify(address: string, writeKey: string, first: number): Promise<void> {
  const batch = Array.from({ length: 500 }, (_, place) => ({
    type: 'identify',
    messageId: `member-${first + place}`,
    userId: `M${first + place}`,
    traits: {
      phone: String(13_100_000_000 + first + place),
      consents: [
        { purpose: 'marketing', channel: 'sms', state: 'granted', evidence: { form: 'sign-up' } },
      ],
    },
  }));
  const answer = await fetch(`${address}/v1/batch`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${writeKey}:`)}`, 'content-type': 'application/json' },
    body: JSON.stringify({ batch }),
  });
  assert.equal(answer.status, 200);
}
