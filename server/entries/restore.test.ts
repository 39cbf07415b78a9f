import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '@siyu/contract/collect';
import { setUp } from '@siyu/contract/org';
import {
  assignPersonTag,
  createTag,
  createTagCategory,
  getTag,
  personRoutes,
} from '@siyu/contract/profile';
import { createFromPeople, createSegment, getSegment } from '@siyu/contract/segment';
import { sql } from 'kysely';
import { accept, createSource, eventTable } from '../modules/collect/index.ts';
import { rootNode } from '../modules/org/index.ts';
import { blockTables } from '../pipeline/rebuild.ts';
import { loadConfig } from '../platform/config/index.ts';
import { testLogger } from '../testing/engines.ts';
import { type Client, openClient } from './demo/client.ts';
import { type StartedServer, startServer } from './start.ts';

/** Truths that the stream of visits during the backup does not touch. */
const calmTables = [
  'commerce.document',
  'commerce.product',
  'privacy.consent_entry',
  'privacy.consent_state',
  'profile.tag_assignment',
  'profile.tag_category',
  'org.node',
  'org.app_user',
  'collect.source',
];

/** One test after the other: each goes on where the one before has left the homes. */
describe('an installation brought back from its backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'siyu-restore-'));
  const at = (name: string) => join(folder, name);
  const [home, restored, late] = [at('home'), at('restored'), at('late')];
  let server: StartedServer;
  let client: Client;
  let sourceId: number;
  const made = { tag: '', rule: '', list: '', erasure: '' };
  let calm: unknown;
  const acknowledgedBefore = new Set<string>();
  const sent = new Set<string>();

  const start = async (where: string) => {
    server = await startServer({
      ...loadConfig({ home: where, port: 0 }, {}),
      logger: testLogger,
    });
    client = openClient(server.address, { authorization: `Bearer ${server.localKey}` });
    await server.idle();
  };
  const siyu = (where: string, ...args: string[]) =>
    new Promise<{ code: number; out: Record<string, unknown>; err: string }>((resolve) => {
      const script = join(import.meta.dirname, 'cli.ts');
      const all = [script, '--home', where, ...args, '--json'];
      execFile(process.execPath, all, (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : 0;
        resolve({ code, out: out ? JSON.parse(out) : {}, err });
      });
    });
  const rows = async <Row>(query: string) =>
    (await sql.raw<Row>(query).execute(server.platform.postgres.db())).rows;
  const counted = <Row>(query: string) =>
    server.platform.clickhouse.query<Row>({ name: 'test.count', sql: query });
  const calmTruth = async () => {
    const found: Record<string, unknown> = {};
    for (const table of calmTables) found[table] = await rows(`select * from ${table} order by 1`);
    found.people = await rows(
      `select public_id, state from identity.person where person_id < 2147483648 order by 1`,
    );
    found.segments = await rows('select public_id, known, version from segment.segment order by 1');
    found.tags = await rows('select public_id, people, generation from profile.tag order by 1');
    return found;
  };
  const mirrors = async () => {
    const found: Record<string, unknown> = {};
    for (const table of blockTables) {
      found[table] = await counted(
        `SELECT count() AS n, toString(sum(cityHash64(toString(tuple(*))))) AS content FROM ${table} SETTINGS final = 1`,
      );
    }
    return found;
  };
  const find = async (search: string) =>
    (await client.call(personRoutes.listPeople, { query: { search } })).items;
  const until = async <T>(look: () => Promise<T>, isDone: (seen: T) => boolean): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      const seen = await look();
      if (isDone(seen)) return seen;
      assert.ok(tries < 300, `still ${JSON.stringify(seen)}`);
      await sleep(100);
    }
  };
  const countsOf = async () => ({
    tag: (await client.call(getTag, { params: { tag: made.tag } })).people,
    rule: (await client.call(getSegment, { params: { segment: made.rule } })).count?.known,
    list: (await client.call(getSegment, { params: { segment: made.list } })).count?.known,
  });

  const member = (n: number, rest: Partial<Message> = {}): Message => ({
    messageId: `member-${n}`,
    type: 'identify',
    time: new Date().toISOString(),
    identifiers: [
      { kind: 'user_id', value: `M${n}` },
      { kind: 'phone', value: `1380000${1000 + n}` },
    ],
    traits: { name: `王${n}`, city: n % 2 ? '青岛' : '济南' },
    consents: [
      { purpose: 'marketing', channel: 'sms', state: 'granted', evidence: { form: 'test' } },
    ],
    ...rest,
  });
  const visit = (mark: string): Message => ({
    messageId: mark,
    type: 'track',
    event: 'page_viewed',
    time: new Date().toISOString(),
    identifiers: [{ kind: 'anonymous_id', value: `v-${mark}` }],
    properties: { mark },
  });

  before(async () => {
    await start(home);
    const organisation = { nameZh: '集团', nameEn: 'Group', login: 'admin', name: 'Admin' };
    await client.call(setUp, { body: { ...organisation, password: 'a-password-for-tests' } });
    const db = server.platform.postgres.db<unknown>();
    const orgId = (await rootNode(db))?.org_id as number;
    const source = { kind: 'app', channel: 'app', name: 'App', orgId };
    sourceId = (await createSource(db, source, new Date())).sourceId;
    const messages = Array.from({ length: 40 }, (_, n) => member(n));
    const bought = messages.map(({ identifiers }, n) => ({
      ...visit(`bought-${n}`),
      identifiers,
      event: 'coupon_viewed',
    }));
    await accept(server.platform, { sourceId, messages: [...messages, ...bought] });
    await server.idle();

    const named = { zh: '重点', en: 'Key' };
    const { category } = await client.call(createTagCategory, {
      body: { ...named, parent: null },
    });
    const definition = { kind: 'manual', values: [{ value: 'yes', zh: '是', en: 'Yes' }] } as const;
    made.tag = (
      await client.call(createTag, { body: { ...named, category, definition } as never })
    ).tag;
    const people = (await client.call(personRoutes.listPeople, { query: { limit: 5 } })).items.map(
      ({ person }) => person,
    );
    for (const person of people) {
      const params = { person, tag: made.tag };
      await client.call(assignPersonTag, { params, body: { value: 'yes' } });
    }
    made.list = (await client.call(createFromPeople, { body: { name: '名单', people } })).segment;
    const rule = { kind: 'trait', trait: 'city', test: { op: 'eq', value: '青岛' } } as const;
    made.rule = (
      await client.call(createSegment, { body: { name: '青岛', kind: 'refreshed', rule } })
    ).segment;
    await until(countsOf, ({ tag, rule, list }) => tag === 5 && rule === 20 && list === 5);
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is backed up while events pour in', async () => {
    const stop = new AbortController();
    const acknowledged = new Set<string>();
    const senders = Array.from({ length: 3 }, async (_, sender) => {
      for (let batch = 0; !stop.signal.aborted; batch += 1) {
        const marks = Array.from({ length: 20 }, (_none, n) => `s${sender}-${batch}-${n}`);
        for (const mark of marks) sent.add(mark);
        await accept(server.platform, { sourceId, messages: marks.map(visit) });
        for (const mark of marks) acknowledged.add(mark);
        await sleep(2);
      }
    });
    await sleep(700);
    for (const mark of acknowledged) acknowledgedBefore.add(mark);
    const made = await siyu(home, 'backup', at('backup'));
    await sleep(200);
    stop.abort();
    await Promise.all(senders);
    assert.equal(made.code, 0, made.err);
    assert.ok(acknowledgedBefore.size > 200, `only ${acknowledgedBefore.size} visits`);
    assert.ok(acknowledged.size > acknowledgedBefore.size, 'events came in during the backup');
    calm = await calmTruth();
  });

  it('keeps a journal of erasures beside the master key, without a personal value', async () => {
    const [person] = await find('M7');
    const { erasure } = await client.call(personRoutes.erasePerson, {
      params: { person: person?.person as string },
      body: { reason: '本人要求' },
    });
    made.erasure = erasure;
    await until(
      () => client.call(personRoutes.showErasure, { params: { erasure } }),
      ({ clickhouseAt }) => clickhouseAt !== null,
    );
    const journal = join(home, 'keys', 'erasures.jsonl');
    const text = readFileSync(journal, 'utf8');
    const entry = JSON.parse(text);
    assert.deepEqual([entry.erasure, entry.people], [erasure, [person?.person]]);
    assert.deepEqual(
      entry.identifiers.map(([kind]: [string, string]) => kind),
      ['user_id', 'phone'],
    );
    assert.doesNotMatch(text, /M7|13800001007|王7/);
    rmSync(journal);
    await server.close();
    await start(home);
    assert.equal(
      readFileSync(journal, 'utf8'),
      text,
      'what is missing there is added by the start',
    );
  });

  it('has every event of before the backup exactly once, and all else as it was', async () => {
    await server.close();
    const { code, err } = await siyu(restored, 'restore', at('backup'));
    assert.equal(code, 0, err);
    mkdirSync(join(restored, 'keys'), { recursive: true, mode: 0o700 });
    copyFileSync(join(home, 'keys', 'master.key'), join(restored, 'keys', 'master.key'));
    await start(restored);
    for (const table of Object.values(eventTable)) {
      const seen = await counted<{ mark: string; n: number }>(
        `SELECT text['mark'] AS mark, count() AS n FROM ${table} WHERE name = 'page_viewed' GROUP BY mark`,
      );
      const marks = new Set(seen.map(({ mark }) => mark));
      assert.deepEqual(seen.filter(({ n }) => n !== 1).slice(0, 3), [], `doubled in ${table}`);
      assert.deepEqual([...acknowledgedBefore.difference(marks)].slice(0, 3), [], 'lost');
      assert.deepEqual([...marks.difference(sent)].slice(0, 3), [], 'never sent');
    }
    const pending = await rows('select from collect.block where inserted_at is null');
    assert.equal(pending.length, 0);
    const [known] = await counted<{ n: number }>(
      'SELECT count() AS n FROM identity_known SETTINGS final = 1',
    );
    assert.deepEqual(await rows('select count(*) as n from identity.identity'), [known]);
    assert.deepEqual(await calmTruth(), calm);
    assert.deepEqual(await countsOf(), { tag: 5, rule: 20, list: 5 });
    assert.equal((await find('M7')).length, 1, 'the backup does not know the erasure');
  });

  it('goes on where it stopped: what it has seen is not counted again, what is new is', async () => {
    const [seen] = [...acknowledgedBefore];
    const messages = [visit(seen as string), visit('after-restore')];
    await accept(server.platform, { sourceId, messages });
    await server.idle();
    const found = await counted<{ mark: string; n: number }>(
      `SELECT text['mark'] AS mark, count() AS n FROM ${eventTable.byName}
       WHERE mark IN ('${seen}', 'after-restore') GROUP BY mark ORDER BY mark`,
    );
    assert.deepEqual(
      found.map(({ n }) => n),
      [1, 1],
    );
    await server.close();
  });

  const isGone = async () => {
    assert.deepEqual(await find('M7'), []);
    assert.deepEqual(await find('13800001007'), []);
    for (const table of Object.values(eventTable)) {
      const found = await counted<{ n: number }>(
        `SELECT count() AS n FROM ${table} WHERE name = 'coupon_viewed'`,
      );
      assert.deepEqual(found, [{ n: 39 }]);
    }
    const old = member(7, { messageId: 'old-file', origin: { importId: 1, row: 1 } });
    await accept(server.platform, { sourceId, messages: [old] });
    await server.idle();
    assert.deepEqual(await find('13800001007'), [], 'an old file brings nobody back');
    const proof = await client.call(personRoutes.showErasure, {
      params: { erasure: made.erasure },
    });
    assert.ok(proof.clickhouseAt, 'erased from ClickHouse before the server answered');
  };

  it('erases before it answers whom the journal in its keys folder names', async () => {
    const journal = join(restored, 'keys', 'erasures.jsonl');
    copyFileSync(join(home, 'keys', 'erasures.jsonl'), journal);
    await start(restored);
    await isGone();
    assert.equal(readFileSync(journal, 'utf8').trim().split('\n').length, 1);
  });

  it('is rebuilt from its blocks to the same content, without the erased', async () => {
    const before = await mirrors();
    const running = await siyu(restored, 'rebuild');
    assert.equal(running.code, 1);
    assert.match(running.err, /Stop it first/);
    await rows(`insert into collect.rebuild (started_at) values ('2026-01-01')`);
    await server.close();
    await assert.rejects(start(restored), /was broken off.*rebuild/);
    const { code, out, err } = await siyu(restored, 'rebuild');
    assert.equal(code, 0, err);
    assert.ok(Number(out.rows) > 400 && Number(out.leftOut) > 0, JSON.stringify(out));
    assert.deepEqual([out.tags, out.segments, out.lostSegments], [1, 1, []]);
    await start(restored);
    assert.deepEqual(await mirrors(), before);
    const { rule } = await until(countsOf, (counts) => counts.rule === 19);
    assert.equal(rule, 19, 'the erased one has left the segment, which was counted anew');
    await isGone();
    await server.close();
  });

  it('takes a journal with --erasures as well', async () => {
    const journal = join(home, 'keys', 'erasures.jsonl');
    const { code, err } = await siyu(late, 'restore', at('backup'), '--erasures', journal);
    assert.equal(code, 0, err);
    mkdirSync(join(late, 'keys'), { recursive: true, mode: 0o700 });
    copyFileSync(join(home, 'keys', 'master.key'), join(late, 'keys', 'master.key'));
    await start(late);
    await isGone();
    assert.equal(existsSync(join(late, 'restored-erasures.jsonl')), false);
    assert.match(readFileSync(join(late, 'keys', 'erasures.jsonl'), 'utf8'), /"ers_/);
  });
});
