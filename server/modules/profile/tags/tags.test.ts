import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  archiveTag,
  assignPersonTag,
  computeTag,
  createTag,
  createTagCategory,
  deleteTagCategory,
  editTag,
  editTagCategory,
  getTag,
  getTagDistribution,
  listPersonTags,
  listTagCategories,
  listTagPeople,
  listTags,
  personRoutes,
  type TagDefinition,
  type TagView,
  unassignPersonTag,
} from '@siyu/contract/profile';
import {
  createSegment,
  getSegment,
  previewRule,
  type Rule,
  tagMembers,
} from '@siyu/contract/segment';
import { rfmScores } from '@siyu/engine/profile';
import { steppingClock } from '../../../platform/clock/index.ts';
import { ProblemAnswer, type TestApp, testApp } from '../../../testing/app.ts';
import { type Population, populationOf, type Told } from '../../../testing/population.ts';
import { rootNode } from '../../org/index.ts';

const ever = { kind: 'ever' } as const;
const named = (value: string) => ({ value, zh: value, en: value });
const phone = (n: number) => `138123400${n + 10}`;
const bought = (n: number, orders: readonly (readonly [number, number, string?])[]): Told => ({
  identifiers: { phone: phone(n) },
  events: orders.map(([daysAgo, revenue, category = '冰箱']) => [
    'order_placed',
    daysAgo,
    { revenue, category },
  ]),
});

/** Orders of ten people: [days ago, yuan, category]. */
const orders: readonly (readonly (readonly [number, number, string?])[])[] = [
  [],
  [[1, 100]],
  [
    [2, 200],
    [40, 50],
  ],
  [
    [5, 900, '空调'],
    [6, 80, '空调'],
    [7, 20],
  ],
  [[95, 3000]],
  [[200, 40]],
  [
    [400, 60],
    [390, 60],
  ],
  [
    [10, 10],
    [20, 10],
    [30, 10],
    [40, 10],
    [50, 10],
  ],
  [
    [3, 5000, '洗衣机'],
    [4, 1, '空调'],
  ],
  [[60, 700]],
];

describe('tags', () => {
  const clock = steppingClock('2026-06-01T08:00:00Z');
  let app: TestApp;
  let population: Population;
  let category: string;
  let store: { orgId: number; code: string };

  before(async () => {
    app = await testApp({ clock, config: { sessionHours: 2_000, sessionIdleMinutes: 100_000 } });
    await app.platform.jobs.start(app.platform);
    const root = await rootNode(app.platform.postgres.db());
    population = await populationOf(app, root?.org_id as number);
    store = await app.aStore();
    await population.tell(orders.slice(0, 9).map((list, index) => bought(index, list)));
    await population.tell([bought(9, orders[9] ?? [])], store.orgId);
    ({ category } = await app.call(createTagCategory, {
      body: { zh: '消费', en: 'Spending', parent: null },
    }));
  });
  after(async () => {
    await population.close();
    await app.close();
  });

  const computed = async (tag: string): Promise<TagView> => {
    for (let i = 0; i < 200; i++) {
      const view = await app.call(getTag, { params: { tag } });
      if (view.running === null) return view;
      await sleep(50);
    }
    throw new Error('The computation did not end.');
  };
  const made = async (
    zh: string,
    definition: TagDefinition,
    more: object = {},
  ): Promise<TagView> => {
    const body = { zh, en: zh, category, definition, ...more } as never;
    return computed((await app.call(createTag, { body })).tag);
  };
  const spread = async (tag: string, as = app.admin) => {
    const { values } = await app.call(getTagDistribution, { params: { tag } }, as);
    return Object.fromEntries(
      values.filter(({ people }) => people > 0).map(({ value, people }) => [value, people]),
    );
  };
  const person = async (n: number): Promise<string> =>
    (await app.call(personRoutes.listPeople, { query: { search: phone(n) } })).items[0]
      ?.person as string;
  const tagsOf = async (n: number) =>
    (await app.call(listPersonTags, { params: { person: await person(n) } })).items;
  const refused = (code: string) => (error: unknown) =>
    error instanceof ProblemAnswer && error.problem.code === code;

  it('bands a sum over a window; people without an order have none', async () => {
    const tag = await made('消费金额档', {
      kind: 'statistical',
      events: ['order_placed'],
      window: { kind: 'last', days: 90 },
      measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
      bands: [
        { ...named('none'), below: 1 },
        { ...named('low'), from: 1, below: 50_000 },
        { ...named('high'), from: 50_000 },
      ],
    });
    assert.deepEqual(await spread(tag.tag), { none: 4, low: 3, high: 3 });
    assert.deepEqual([tag.people, tag.coverage], [10, 10_000]);
  });

  it('finds the favourite category of those who bought', async () => {
    const tag = await made('偏好品类', {
      kind: 'favourite',
      events: ['order_placed'],
      window: ever,
      property: { in: 'column', name: 'category' },
      pick: 'commonest',
    });
    // Person 8 bought one washing machine and one air conditioner: of equals the last in byte order stands.
    assert.deepEqual(await spread(tag.tag), { 冰箱: 7, 空调: 2 });
    const [own] = (await tagsOf(3)).filter((one) => one.tag === tag.tag);
    assert.deepEqual(
      own?.values.map(({ value }) => value),
      ['空调'],
    );
  });

  it('scores recency, frequency and money by fifths, as scoring one by one does', async () => {
    const tag = await made('RFM', {
      kind: 'rfm',
      window: ever,
      scoring: { by: 'quintile' },
      highFrom: 4,
    });
    const buyers = orders
      .filter((list) => list.length > 0)
      .map((list) => ({
        days: Math.min(...list.map(([daysAgo]) => daysAgo)),
        orders: list.length,
        money: list.reduce((sum, [, yuan]) => sum + yuan * 100, 0),
      }));
    const fifths = (values: readonly number[]) => {
      const sorted = [...values].sort((a, b) => a - b);
      return [0.2, 0.4, 0.6, 0.8].map((q) => sorted[Math.floor(q * sorted.length)] as number);
    };
    const limits = {
      days: fifths(buyers.map(({ days }) => days)),
      orders: fifths(buyers.map((one) => one.orders)),
      money: fifths(buyers.map(({ money }) => money)),
    };
    const expected: Record<string, number> = {};
    for (const buyer of buyers) {
      const { r, f, m } = rfmScores(buyer, limits);
      for (const value of [`R${r}`, `F${f}`, `M${m}`]) expected[value] = (expected[value] ?? 0) + 1;
    }
    const found = await spread(tag.tag);
    const scores = Object.entries(found).filter(([value]) => /^[RFM]\d$/.test(value));
    assert.deepEqual(Object.fromEntries(scores), expected);
    const groups = Object.entries(found).filter(([value]) => !/^[RFM]\d$/.test(value));
    assert.equal(
      groups.reduce((sum, [, people]) => sum + people, 0),
      buyers.length,
    );
    assert.equal(tag.people, buyers.length);
  });

  it('scores by fixed limits and names the eight groups', async () => {
    const tag = await made('RFM 固定', {
      kind: 'rfm',
      window: ever,
      scoring: {
        by: 'limits',
        recencyDays: [7, 30, 90, 180],
        frequency: [1, 2, 3, 4],
        monetary: [10_000, 50_000, 100_000, 200_000],
      },
      highFrom: 4,
    });
    const groupOf = async (n: number) =>
      (await tagsOf(n)).find((one) => one.tag === tag.tag)?.values.map(({ zh }) => zh);
    assert.ok((await groupOf(8))?.includes('重要发展客户'));
    assert.ok((await groupOf(4))?.includes('重要挽留客户'));
    assert.ok(
      (await groupOf(7))?.includes('一般价值客户') || (await groupOf(7))?.includes('一般保持客户'),
    );
    assert.ok((await groupOf(5))?.includes('一般挽留客户'));
  });

  it('tells the life-cycle stage of everybody known', async () => {
    const tag = await made('生命周期', {
      kind: 'lifecycle',
      growthOrders: 2,
      matureOrders: 4,
      dormantDays: 90,
      lostDays: 180,
    });
    assert.deepEqual(await spread(tag.tag), {
      introduction: 3,
      growth: 3,
      maturity: 1,
      dormancy: 1,
      loss: 2,
    });
  });

  it('gives the first value whose rule holds, and segments can name it', async () => {
    const over = (value: number): Rule => ({
      kind: 'event',
      events: ['order_placed'],
      window: ever,
      measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
      test: { op: 'gte', value },
    });
    const tag = await made('价值分层', {
      kind: 'rule',
      values: [
        { ...named('top'), rule: over(100_000) },
        { ...named('middle'), rule: over(10_000) },
      ],
    });
    assert.deepEqual(await spread(tag.tag), { top: 3, middle: 4 });
    const rule = { kind: 'tag', tag: tag.tag, values: ['middle'] } as never;
    assert.equal((await app.call(previewRule, { body: { rule } })).count.known, 4);
    const { items } = await app.call(listTagPeople, {
      params: { tag: tag.tag },
      query: { value: 'top' },
    });
    assert.equal(items.length, 3);
  });

  it('shows a store how its own people spread', async () => {
    const tag = (await app.call(listTags, { query: { search: '价值分层' } })).items[0] as TagView;
    assert.deepEqual(await spread(tag.tag, await app.login('analyst', store.code)), { middle: 1 });
  });

  it('keeps what is given by hand through a merge, and ends it in time', async () => {
    const tag = await made(
      '潜在KOC',
      { kind: 'manual', values: [named('yes'), named('maybe')] },
      { expiresAfterDays: 30 },
    );
    const params = { tag: tag.tag, person: await person(1) };
    const given = await app.call(assignPersonTag, { params, body: { value: 'yes' } });
    assert.equal(given.items.find((one) => one.tag === tag.tag)?.values[0]?.value, 'yes');
    await computed(tag.tag);
    assert.deepEqual(await spread(tag.tag), { yes: 1 });

    await population.tell([{ identifiers: { phone: phone(1), email: 'koc@example.cn' } }]);
    await population.tell([{ identifiers: { phone: phone(0), email: 'koc@example.cn' } }]);
    const merged = (await tagsOf(0)).find((one) => one.tag === tag.tag);
    assert.equal(merged?.values[0]?.value, 'yes');

    const value = { value: 'never' };
    await assert.rejects(
      app.call(assignPersonTag, { params, body: value }),
      refused('profile.tag_value_unknown'),
    );
    clock.advance(31 * 86_400_000);
    assert.equal(
      (await tagsOf(0)).some((one) => one.tag === tag.tag),
      false,
    );
    await app.call(unassignPersonTag, { params });
    await computed(tag.tag);
    assert.deepEqual(await spread(tag.tag), {});
    clock.set('2026-06-01T09:00:00Z');
  });

  it('tags all members of a segment, in the background', async () => {
    const tag = await made('回访名单', { kind: 'manual', values: [named('todo')] });
    const body = {
      name: '有手机号',
      kind: 'static',
      rule: { kind: 'identifier', identifier: 'phone' },
    } as never;
    const { segment } = await app.call(createSegment, { body });
    let count: number | undefined;
    for (let i = 0; i < 100 && count === undefined; i++) {
      await sleep(50);
      count = (await app.call(getSegment, { params: { segment } })).count?.known;
    }
    await app.call(tagMembers, {
      params: { segment },
      body: { tag: tag.tag, value: 'todo', act: 'assign' },
    });
    let found = {};
    for (let i = 0; i < 100 && Object.keys(found).length === 0; i++) {
      await sleep(50);
      found = await spread(tag.tag);
    }
    assert.deepEqual(found, { todo: count });
  });

  it('refuses definitions that cannot be computed', async () => {
    const wrong: TagDefinition[] = [
      { kind: 'manual', values: [named('a'), named('a')] },
      { kind: 'lifecycle', growthOrders: 4, matureOrders: 4, dormantDays: 90, lostDays: 180 },
      { kind: 'rule', values: [{ ...named('x'), rule: { kind: 'segment', segment: 'seg_1' } }] },
      { kind: 'rfm', window: ever, scoring: { by: 'quintile' }, highFrom: 4, org: 'nowhere' },
    ];
    for (const definition of wrong) {
      const body = { zh: 'x', en: 'x', category, definition } as never;
      await assert.rejects(
        app.call(createTag, { body }),
        refused('profile.tag_definition_invalid'),
      );
    }
    const body = {
      zh: 'RFM',
      en: 'x',
      category,
      definition: { kind: 'manual', values: [named('a')] },
    } as never;
    await assert.rejects(app.call(createTag, { body }), refused('profile.tag_name_taken'));
  });

  it('changes, computes again and archives', async () => {
    const tag = await made('临时', { kind: 'manual', values: [named('a')] });
    const params = { tag: tag.tag };
    const changed = await app.call(editTag, { params, body: { zh: '临时标签' } });
    assert.equal(changed.zh, '临时标签');
    await assert.rejects(app.call(computeTag, { params }), refused('profile.tag_is_manual'));
    assert.equal((await app.call(archiveTag, { params })).state, 'archived');
    await assert.rejects(app.call(editTag, { params, body: {} }), refused('profile.tag_archived'));
  });

  it('keeps categories in a tree', async () => {
    const child = await app.call(createTagCategory, {
      body: { zh: '金额', en: 'Amount', parent: category },
    });
    await assert.rejects(
      app.call(editTagCategory, { params: { category }, body: { parent: child.category } }),
      refused('profile.tag_category_circular'),
    );
    await assert.rejects(
      app.call(deleteTagCategory, { params: { category } }),
      refused('profile.tag_category_in_use'),
    );
    await app.call(deleteTagCategory, { params: { category: child.category } });
    const { items } = await app.call(listTagCategories, {});
    assert.deepEqual(
      items.map(({ zh }) => zh),
      ['消费'],
    );
  });
});
