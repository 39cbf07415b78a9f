import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { sumDocuments } from '@siyu/contract/commerce';
import { listCampaigns, readReport } from '@siyu/contract/journey';
import { listTags } from '@siyu/contract/profile';
import { listSegments } from '@siyu/contract/segment';
import type { World } from '@siyu/simulator';
import { loadConfig } from '../../platform/config/index.ts';
import { openLogger } from '../../platform/telemetry/index.ts';
import { type StartedServer, startServer } from '../start.ts';
import { type Client, everyItem, openClient } from './client.ts';
import { readNote } from './home.ts';
import { personsUnder, trueComponents } from './identity-truth.testing.ts';
import { demoWorld } from './load-brand.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');

/** Whether a human's phone number was, or will be, somebody else's. */
const sharesNumber = (world: World, human: number): boolean =>
  world.person(human).recycledFrom >= 0 || world.person(human + 1).recycledFrom === human;

describe('npm run demo -- --size tiny --exit', () => {
  let home: string;
  let server: StartedServer;
  let client: Client;
  let world: World;

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'siyu-demo-'));
    const entry = ['tools/launch.mjs', 'server/entries/demo.ts'];
    const options = ['--size', 'tiny', '--home', home, '--port', '0', '--exit'];
    await run(process.execPath, [...entry, ...options], { cwd: root });
    const note = await readNote(home);
    assert.ok(note?.loadedAt);
    world = demoWorld('tiny', Date.parse(note.end));
    const loaded = loadConfig({ home, port: 0, logLevel: 'error', requestsPerMinute: 1_000_000 });
    server = await startServer({ ...loaded, logger: openLogger(loaded.config) });
    client = openClient(server.address, { authorization: `Bearer ${server.localKey}` });
  });

  after(async () => {
    await server?.close();
    await rm(home, { recursive: true, force: true });
  });

  it('counts every document of the shops, and those its campaign caused, once', async () => {
    const played = new Set<string>();
    for (const act of world.acts()) {
      if (act.kind === 'document' && act.document.kind === 'order') played.add(act.document.number);
    }
    const { totals } = await client.call(sumDocuments, { query: {} });
    const orders = totals.find((row) => row.kind === 'order');
    const caused = (orders?.documents ?? 0) - played.size;
    assert.ok(caused >= 0 && caused < 40, `${orders?.documents} orders, ${played.size} played`);
  });

  it('brings together what was stated of one person, and never glues two people', async () => {
    // Who was given somebody's old number cannot be told from that person by any rule before a person looks.
    const components = trueComponents(world).filter(({ human }) => !sharesNumber(world, human));
    assert.ok(components.length > 300);
    const persons = await personsUnder(
      client,
      components.flatMap(({ keys }) => keys),
    );
    const humans = new Map<string, Set<number>>();
    const torn: string[] = [];
    for (const { human, keys } of components) {
      const found = new Set(keys.map((key) => persons.get(key)));
      if (found.size !== 1 || found.has(undefined)) torn.push(`${human}: ${keys.join(', ')}`);
      for (const person of found) {
        if (person !== undefined) humans.set(person, (humans.get(person) ?? new Set()).add(human));
      }
    }
    const glued = [...humans].filter(([, found]) => found.size > 1);
    assert.deepEqual(glued, []);
    assert.deepEqual(torn, []);
  });

  it('has the tags and segments computed, each with people in it', async () => {
    const tags = await Array.fromAsync(
      everyItem((cursor) => client.call(listTags, { query: cursor ? { cursor } : {} })),
    );
    assert.equal(tags.length, 22);
    assert.ok(tags.every((tag) => tag.failure === null && tag.computedAt !== null));
    const segments = await Array.fromAsync(
      everyItem((cursor) => client.call(listSegments, { query: cursor ? { cursor } : {} })),
    );
    assert.equal(segments.length, 8);
    assert.ok(segments.every((segment) => segment.version > 0 && segment.failure === null));
  });

  it('has a finished campaign with a holdout and its lift, one that waits for its time, and two that wait for events', async () => {
    const { items } = await client.call(listCampaigns, { query: {} });
    const states = items.map(({ kind, state }) => `${kind} ${state}`).sort();
    assert.deepEqual(states, ['active done', 'active scheduled', 'event running', 'event running']);
    const done = items.find((campaign) => campaign.state === 'done');
    assert.ok(done);
    const report = await client.call(readReport, { params: { campaign: done.id }, query: {} });
    assert.ok(report.sent > 20 && report.holdout > 0 && report.comparison);
    assert.equal(
      report.audience,
      report.planned +
        report.holdout +
        report.skipped
          .filter((skip) => skip.reason !== 'holdout')
          .reduce((sum, skip) => sum + skip.people, 0),
    );
  });
});
