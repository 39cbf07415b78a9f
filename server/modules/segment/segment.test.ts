import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sourceRoutes } from '@siyu/contract/collect';
import { personRoutes } from '@siyu/contract/profile';
import {
  archiveSegment,
  createFromIdentifiers,
  createFromPeople,
  createSegment,
  downloadExport,
  editSegment,
  explainRule,
  getSegment,
  getVocabulary,
  listExports,
  listMembers,
  listVersions,
  peopleOfRule,
  previewRule,
  type Rule,
  refreshSegment,
  type SegmentView,
  startExport,
  suggestValues,
} from '@siyu/contract/segment';
import { DateTime } from 'luxon';
import { steppingClock } from '../../platform/clock/index.ts';
import { ProblemAnswer, type TestApp, testApp } from '../../testing/app.ts';
import { type Population, populationOf } from '../../testing/population.ts';
import { rootNode } from '../org/index.ts';
import { segmentsDue } from './count-segments.ts';
import { audienceOf } from './index.ts';
import { previewRule as preview } from './preview-rule.ts';
import { segmentsByPublicId } from './store/segment-by-public-id.ts';

const bought = (atLeast: number): Rule => ({
  kind: 'event',
  events: ['order_placed', 'order_refunded'],
  window: { kind: 'last', days: 90 },
  measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
  test: { op: 'gte', value: atLeast },
});
const inCity = (city: string): Rule => ({
  kind: 'trait',
  trait: 'city',
  test: { op: 'eq', value: city },
});

describe('segments', () => {
  const clock = steppingClock('2026-06-01T08:00:00Z');
  let app: TestApp;
  let population: Population;
  let store: { orgId: number; code: string };

  before(async () => {
    app = await testApp({ clock });
    await app.platform.jobs.start(app.platform);
    const root = await rootNode(app.platform.postgres.db());
    population = await populationOf(app, root?.org_id as number);
    store = await app.aStore();
    await population.tell([
      {
        identifiers: { phone: '13800000001' },
        traits: { name: '李小娜', city: '青岛' },
        consents: ['sms'],
        events: [['order_placed', 3, { revenue: 1200 }]],
      },
      {
        identifiers: { phone: '13800000002' },
        traits: { city: '青岛' },
        events: [
          ['order_placed', 10, { revenue: 1500 }],
          ['order_refunded', 2, { revenue: -1400 }],
        ],
      },
      { identifiers: { email: 'wang@example.cn' }, traits: { city: '上海' } },
      { identifiers: { anonymous_id: 'visitor-1' }, events: [['page_viewed', 0]] },
    ]);
    await population.tell(
      [{ identifiers: { phone: '13900000009' }, traits: { city: '青岛' } }],
      store.orgId,
    );
  });
  after(async () => {
    await population.close();
    await app.close();
  });

  const counted = async (segment: string): Promise<SegmentView> => {
    for (let i = 0; i < 200; i++) {
      const view = await app.call(getSegment, { params: { segment } });
      if (view.running === null) return view;
      await sleep(50);
    }
    throw new Error('The count did not end.');
  };
  const made = async (name: string, rule: Rule) =>
    counted(
      (await app.call(createSegment, { body: { name, kind: 'refreshed', rule } as never })).segment,
    );
  const refused = (code: string) => (error: unknown) =>
    error instanceof ProblemAnswer && error.problem.code === code;

  it('counts known people and visitors apart, and says in both languages whom it means', async () => {
    const preview = await app.call(previewRule, {
      body: { rule: { kind: 'and', of: [] } as never },
    });
    assert.deepEqual(preview.count, { known: 4, anonymous: 1 });
    assert.equal(preview.sentence.zh, '全部用户');
    assert.equal(preview.sentence.en, 'everybody');
  });

  it('nets refunds, and tells whom a channel reaches', async () => {
    const preview = await app.call(previewRule, { body: { rule: bought(100_000) as never } });
    assert.deepEqual(preview.count, { known: 1, anonymous: 0 });
    assert.equal(preview.reachable.find(({ channel }) => channel === 'sms')?.people, 1);
    assert.equal(preview.reachable.find(({ channel }) => channel === 'email')?.people, 0);
  });

  it('explains a rule condition by condition', async () => {
    const rule: Rule = { kind: 'and', of: [inCity('青岛'), { kind: 'not', of: bought(100_000) }] };
    const { count, leaves } = await app.call(explainRule, { body: { rule: rule as never } });
    assert.equal(count.known, 2);
    assert.deepEqual(
      leaves.map((leaf) => [leaf.path, leaf.count.known]),
      [
        ['/of/0', 3],
        ['/of/1/of', 1],
      ],
    );
  });

  it('refuses what is no rule, with the place', async () => {
    const rule = { kind: 'and', of: [{ kind: 'trait', trait: 'city', test: { op: 'like' } }] };
    const { status, body } = await app.ask(previewRule, { body: { rule } as never });
    assert.equal(status, 422);
    assert.equal((body as { params: { path: string } }).params.path, '/of/0/test/op');
    const tag = { rule: { kind: 'tag', tag: 'tag_0000' } } as never;
    await assert.rejects(
      app.call(previewRule, { body: tag }),
      refused('segment.rule_refers_to_unknown'),
    );
  });

  it('keeps its members by version and tells who entered and left', async () => {
    const { segment, count } = await made('青岛', inCity('青岛'));
    assert.deepEqual(count, { known: 3, anonymous: 0 });
    clock.advance(60_000);
    await population.tell([
      { identifiers: { phone: '13800000002' }, traits: { city: '济南' } },
      { identifiers: { email: 'wang@example.cn' }, traits: { city: '青岛' } },
    ]);
    await app.call(refreshSegment, { params: { segment } });
    const again = await counted(segment);
    assert.deepEqual([again.count?.known, again.entered, again.left], [3, 1, 1]);
    const versions = await app.call(listVersions, { params: { segment } });
    assert.equal(versions.items.length, 2);
  });

  it('lists its members page by page, masked', async () => {
    const { segment } = await made('有手机号', { kind: 'identifier', identifier: 'phone' });
    const first = await app.call(listMembers, { params: { segment }, query: { limit: 2 } });
    const second = await app.call(listMembers, {
      params: { segment },
      query: { limit: 2, cursor: first.next as string },
    });
    assert.deepEqual([first.items.length, second.items.length, second.next], [2, 1, null]);
    assert.equal(first.items[0]?.title, '李**');
    assert.equal(first.items[0]?.phone, '+86138****0001');
  });

  it('shows a store only its own people, whatever the rule says', async () => {
    const guide = await app.login('analyst', store.code);
    const hostile = "x') OR 1=1 --";
    for (const rule of [
      { kind: 'and', of: [] },
      { kind: 'not', of: inCity(hostile) },
      { kind: 'or', of: [{ kind: 'and', of: [] }, inCity("青岛' UNION ALL SELECT 1")] },
      { kind: 'not', of: { kind: 'org', org: store.code } },
    ]) {
      const { count } = await app.call(previewRule, { body: { rule } as never }, guide);
      assert.ok(count.known <= 1 && count.anonymous === 0, JSON.stringify(rule));
      const { items } = await app.call(peopleOfRule, { body: { rule } as never }, guide);
      assert.deepEqual(
        items.filter(({ phone }) => phone !== '+86139****0009'),
        [],
      );
    }
    const { segment } = await made('总部人群', { kind: 'and', of: [] });
    await assert.rejects(
      app.call(getSegment, { params: { segment } }, guide),
      refused('segment.unknown'),
    );
    const rule = { kind: 'segment', segment } as never;
    await assert.rejects(
      app.call(createSegment, { body: { name: 'x', kind: 'static', rule } }, guide),
      refused('segment.rule_refers_to_unknown'),
    );
  });

  it('stands on other segments, counts them first, and never in a circle', async () => {
    const base = await made('青岛客户', inCity('青岛'));
    const above = await made('青岛高消费', {
      kind: 'and',
      of: [{ kind: 'segment', segment: base.segment }, bought(100_000)],
    });
    assert.equal(above.count?.known, 1);
    const rule = { kind: 'not', of: { kind: 'segment', segment: above.segment } } as never;
    const params = { segment: base.segment };
    await assert.rejects(
      app.call(editSegment, { params, body: { rule } }),
      refused('segment.circular'),
    );
    await assert.rejects(app.call(archiveSegment, { params }), refused('segment.in_use'));
    const archived = await app.call(archiveSegment, { params: { segment: above.segment } });
    assert.equal(archived.state, 'archived');
  });

  it('saves the people behind a number, and none from outside the scope', async () => {
    const { items } = await app.call(peopleOfRule, { body: { rule: inCity('青岛') as never } });
    const people = items.map(({ person }) => person);
    const saved = await app.call(createFromPeople, { body: { name: '图表中的人', people } });
    assert.equal(saved.count?.known, people.length);
    const guide = await app.login('analyst', store.code);
    await assert.rejects(
      app.call(createFromPeople, { body: { name: 'x', people } }, guide),
      refused('segment.person_unknown'),
    );
  });

  it('makes an audience of a pasted list and names the rows it could not match', async () => {
    const values = ['138 0000 0001', '+8613800000002', '', 'abc', '13700000000'];
    const made = await app.call(createFromIdentifiers, {
      body: { name: '到店名单', identifier: 'phone', values },
    });
    assert.deepEqual([made.matched, made.people, made.segment.count?.known], [2, 2, 2]);
    assert.deepEqual(made.unmatched, [
      { row: 3, reason: 'empty' },
      { row: 4, reason: 'not_an_identifier' },
      { row: 5, reason: 'nobody_known' },
    ]);
  });

  it('streams the audience in order of person', async () => {
    const { segment } = await made('全部', { kind: 'known' });
    const db = app.platform.postgres.db<unknown>();
    const row = (await segmentsByPublicId(db, [segment])).get(segment);
    const audience = await audienceOf(app.platform, row?.segment_id as number);
    const ids: number[] = [];
    for await (const piece of audience.people()) ids.push(...piece);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => a - b),
    );
    assert.equal(ids.length, audience.count.known);
  });

  it('writes a masked file that says who made it and when', async () => {
    const { segment } = await made('导出', inCity('青岛'));
    const { export: id } = await app.call(startExport, { params: { segment } });
    for (let i = 0; i < 200; i++) {
      const { items } = await app.call(listExports, { params: { segment } });
      if (items[0]?.state === 'done') break;
      await sleep(50);
    }
    const { raw } = await app.ask(downloadExport, { params: { export: id } });
    const lines = raw.payload.trim().split('\n');
    assert.match(lines[0] as string, /导出 · Admin · 2026-06-01T08:01:00.000Z · exp_/);
    assert.equal(lines.length, 2 + 3);
    assert.match(raw.payload, /李\*\*/);
    assert.doesNotMatch(raw.payload, /李小娜|13800000001/);
    const other = await app.login('operator');
    const { status } = await app.ask(downloadExport, { params: { export: id } }, other);
    assert.equal(status, 404);
  });

  it('follows a merge at the next count: the merged person counts once', async () => {
    const { segment, count } = await made('已知', { kind: 'known' });
    assert.equal(count?.known, 4);
    clock.advance(60_000);
    await population.tell([{ identifiers: { phone: '13800000001', email: 'wang@example.cn' } }]);
    await app.call(refreshSegment, { params: { segment } });
    const after = await counted(segment);
    assert.deepEqual([after.count?.known, after.entered, after.left], [3, 0, 1]);
    const { items } = await app.call(personRoutes.listPeople, { query: { search: '13800000001' } });
    assert.equal(items.length, 1);
  });

  it('is due once when the day of the organisation turns', async () => {
    const { segment } = await made('每日刷新', { kind: 'known' });
    const db = app.platform.postgres.db<unknown>();
    const id = (await segmentsByPublicId(db, [segment])).get(segment)?.segment_id as number;
    const zone = (await rootNode(db))?.timezone;
    const now = clock.now();
    const midnight = DateTime.fromJSDate(now, { zone }).plus({ days: 1 }).startOf('day').toJSDate();
    clock.set(new Date(midnight.getTime() - 1));
    assert.equal((await segmentsDue(app.platform)).includes(id), false);
    clock.set(midnight);
    assert.equal((await segmentsDue(app.platform)).includes(id), true);
    clock.set(now);
  });

  it('stops a count that nobody waits for any more', async () => {
    const actor = { kind: 'user', id: 'usr_x', role: 'admin', locale: 'zh-CN' } as const;
    const scope = { rootId: 1, everything: true, orgIds: [1] };
    const rule: Rule = { kind: 'known' };
    await assert.rejects(
      preview(app.platform, { ...actor, scope }, rule, 'editor', AbortSignal.abort()),
      { code: 'segment.preview_stopped' },
    );
    const first = preview(
      app.platform,
      { ...actor, scope },
      rule,
      'editor',
      new AbortController().signal,
    );
    const second = preview(
      app.platform,
      { ...actor, scope },
      rule,
      'editor',
      new AbortController().signal,
    );
    await assert.rejects(first, { code: 'segment.preview_stopped' });
    assert.ok((await second).count.known > 0);
  });

  it('asks for the events of one source by its name', async () => {
    const { items } = await app.call(sourceRoutes.listSources);
    const source = items.find(({ node }) => node.code === store.code);
    const rule = {
      kind: 'event',
      events: ['order_placed'],
      where: [
        { property: { in: 'column', name: 'source' }, test: { op: 'eq', value: source?.id } },
      ],
      window: { kind: 'ever' },
      measure: { of: 'count' },
      test: { op: 'gte', value: 1 },
    } as never;
    const { sentence } = await app.call(previewRule, { body: { rule } });
    assert.ok(sentence.zh.includes(source?.name as string), sentence.zh);
  });

  it('offers the words that rules may speak of', async () => {
    const words = await app.call(getVocabulary, {});
    assert.ok(words.traits.some(({ name, zh }) => name === 'city' && zh === '城市'));
    assert.ok(words.events.some(({ name, zh }) => name === 'order_placed' && zh === '下单'));
    assert.ok(words.orgs.some(({ code }) => code === store.code));
    const { values } = await app.call(suggestValues, { query: { trait: 'city', starts: '青' } });
    assert.equal(values[0]?.value, '青岛');
  });
});
