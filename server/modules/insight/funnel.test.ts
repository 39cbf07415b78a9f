import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Message } from '@siyu/contract/collect';
import { type FunnelMode, type FunnelQuestion, insightRoutes } from '@siyu/contract/insight';
import { type Pipeline, startPipeline } from '../../pipeline/index.ts';
import { steppingClock } from '../../platform/clock/index.ts';
import { type LoggedIn, ProblemAnswer, type TestApp, testApp } from '../../testing/app.ts';
import { accept, createSource } from '../collect/index.ts';
import { rootNode } from '../org/index.ts';

const start = Date.parse('2026-06-01T04:00:00Z');

describe('an ordered funnel', () => {
  let app: TestApp;
  let pipeline: Pipeline;
  let sourceId: number;
  let messages = 0;

  before(async () => {
    app = await testApp({ clock: steppingClock('2026-06-30T08:00:00Z') });
    const root = await rootNode(app.platform.postgres.db());
    const source = { kind: 'site', channel: 'site', name: '官网', orgId: root?.org_id as number };
    const db = app.platform.postgres.db<unknown>();
    sourceId = (await createSource(db, source, app.platform.clock.now())).sourceId;
    pipeline = await startPipeline(app.platform);
  });
  after(async () => {
    await pipeline.close();
    await app.close();
  });

  const did = (
    who: string,
    event: string,
    ms: number,
    properties: Message['properties'] = {},
  ): Message => ({
    messageId: `f${++messages}`,
    type: 'track',
    time: new Date(start + ms).toISOString(),
    identifiers: [{ kind: 'user_id', value: who }],
    event,
    properties,
  });
  const take = async (...taken: Message[]) => {
    await accept(app.platform, { sourceId, messages: taken });
    await pipeline.idle();
  };
  const question = (
    names: readonly string[],
    rest: Partial<FunnelQuestion> = {},
  ): FunnelQuestion => ({
    steps: names.map((name) => ({ events: [name] })),
    window: { kind: 'last', days: 60 },
    within: { amount: 1, unit: 'day' },
    ...rest,
  });
  const reached = async (asked: FunnelQuestion) =>
    (await app.call(insightRoutes.analyseFunnel, { body: asked })).groups[0]?.reached;
  /** How far the only person of a funnel got. */
  const level = async (asked: FunnelQuestion) =>
    ((await reached(asked)) ?? []).filter((people) => people > 0).length;

  // ClickHouse's own published cases: events 1000 … 1008 at 0 … 8; here a unit of time is a minute.
  it('reaches as many steps as fit between the first one and the end of its time, the end included', async () => {
    const minute = 60_000;
    await take(...Array.from({ length: 9 }, (_, t) => did('o1', `e${1000 + t}`, t * minute)));
    const within = (amount: number) => ({ within: { amount, unit: 'minute' as const } });
    assert.equal(await level(question(['e1000', 'e1001', 'e1002', 'e1008'], within(8_784))), 4);
    const five = ['e1003', 'e1004', 'e1005', 'e1006', 'e1007'];
    assert.deepEqual(
      [
        await level(question(five, within(2))),
        await level(question(five, within(3))),
        await level(question(five, within(4))),
      ],
      [3, 4, 5],
    );
  });

  it('allows other steps in between unless the order is strict', async () => {
    const orders = ['abc', 'adbc', 'aabbcc', 'aaaabbcc', 'aabbdcc', 'ccbbaa'];
    const levels: Record<string, number[]> = { plain: [], strict_order: [] };
    for (const [index, letters] of orders.entries()) {
      const name = (letter: string) => `s${index}${letter}`;
      await take(...[...letters].map((letter, t) => did(`o2-${index}`, name(letter), t * 1_000)));
      const steps = ['a', 'b', 'c'].map((letter) => ({ events: [name(letter)] }));
      const asked = { ...question([]), steps };
      levels.plain?.push(await level({ ...asked, modes: [] }));
      levels.strict_order?.push(await level({ ...asked, modes: ['strict_order'] }));
    }
    assert.deepEqual(levels.plain, [3, 3, 3, 3, 3, 1]);
    assert.deepEqual(levels.strict_order, [3, 1, 3, 3, 2, 1]);
  });

  it('takes steps of the same instant in their order, and not at all where each must be later', async () => {
    await take(did('o3', 't_b', 0), did('o3', 't_a', 0));
    const modes = (...mode: FunnelMode[]) => ({ modes: mode });
    assert.equal(await level(question(['t_a', 't_b'], modes())), 2);
    assert.equal(await level(question(['t_a', 't_b'], modes('strict_increase'))), 1);
  });

  it('needs two events for two steps of the same name', async () => {
    await take(
      did('once', 'page_seen', 0),
      did('twice', 'page_seen', 0),
      did('twice', 'page_seen', 10),
    );
    const asked = question(['page_seen', 'page_seen']);
    const answer = await app.call(insightRoutes.analyseFunnel, { body: asked });
    assert.deepEqual(answer.modes, ['strict_once']);
    assert.deepEqual(answer.groups[0]?.reached, [2, 1]);
  });

  it('follows a merge: steps of two identifiers are the way of one person', async () => {
    await take(did('m1', 'm_view', 0), {
      ...did('x', 'm_buy', 1_000),
      identifiers: [{ kind: 'phone', value: '13812349001' }],
    });
    assert.deepEqual(await reached(question(['m_view', 'm_buy'])), [1, 0]);
    const both = [
      { kind: 'user_id', value: 'm1' },
      { kind: 'phone', value: '13812349001' },
    ] as const;
    await take({
      messageId: 'link',
      type: 'identify',
      time: new Date(start).toISOString(),
      identifiers: both,
    });
    assert.deepEqual(await reached(question(['m_view', 'm_buy'])), [1, 1]);
  });

  it('counts the first step in the window and the others after it, by filter and by group', async () => {
    await take(
      did('g1', 'g_view', 0, { colour: '红', price: 10 }),
      did('g1', 'g_buy', 5_000),
      did('g2', 'g_view', 0, { colour: '蓝', price: 99 }),
      did('g3', 'g_view', 0, { colour: '蓝', price: 5 }),
      did('g3', 'g_buy', 23 * 3_600_000),
      did('g4', 'g_view', -90 * 86_400_000, { colour: '红' }),
    );
    const colour = { in: 'text' as const, name: 'colour' };
    const asked = question(['g_view', 'g_buy'], {
      window: { kind: 'between', from: '2026-06-01', to: '2026-06-01' },
      breakdown: { by: 'property', property: colour },
    });
    const { groups } = await app.call(insightRoutes.analyseFunnel, { body: asked });
    assert.deepEqual(
      groups.map(({ key, all, reached: people }) => [all ? 'all' : key, people]),
      [
        ['all', [3, 2]],
        ['蓝', [2, 1]],
        ['红', [1, 1]],
      ],
    );
    const dear = {
      property: { in: 'number' as const, name: 'price' },
      test: { op: 'gte' as const, value: 10 },
    };
    const steps = [{ events: ['g_view'], where: [dear] }, { events: ['g_buy'] }];
    assert.deepEqual(await reached({ ...asked, steps }), [2, 1]);

    const behind = { behind: 'funnel' as const, question: asked };
    const open = async (step: number, lost: boolean, group?: string) => {
      const body = {
        question: { ...behind, step, lost, ...(group === undefined ? {} : { group }) },
      };
      return (await app.call(insightRoutes.listPeople, { body })).items
        .map(({ title }) => title)
        .sort();
    };
    assert.deepEqual(await open(1, false), ['g1', 'g2', 'g3']);
    assert.deepEqual(await open(2, false), ['g1', 'g3']);
    assert.deepEqual(await open(1, true), ['g2']);
    assert.deepEqual(await open(1, false, '蓝'), ['g2', 'g3']);
  });

  it('keeps the people of a step as a segment, and divides another funnel by it', async () => {
    const lost = {
      behind: 'funnel' as const,
      question: question(['g_view', 'g_buy']),
      step: 1,
      lost: true,
    };
    const saved = await app.call(insightRoutes.savePeople, {
      body: { question: lost, name: '看了没买' },
    });
    assert.equal(saved.people, 1);
    const asked = question(['g_view', 'g_buy'], {
      breakdown: { by: 'segment', segment: saved.segment },
    });
    const { groups } = await app.call(insightRoutes.analyseFunnel, { body: asked });
    assert.deepEqual(
      groups.map(({ key, reached: people }) => [key, people]),
      [
        ['', [3, 2]],
        ['out', [2, 2]],
        ['in', [1, 0]],
      ],
    );
    assert.deepEqual(
      await reached(question(['g_view', 'g_buy'], { segment: saved.segment })),
      [1, 0],
    );
  });

  it('shows a store no way that was gone elsewhere', async () => {
    const store = await app.aStore({ code: 'far' });
    const guide: LoggedIn = await app.login('guide', store.code);
    const asked = question(['g_view', 'g_buy']);
    const answer = await app.call(insightRoutes.analyseFunnel, { body: asked }, guide);
    assert.deepEqual(answer.groups[0]?.reached, [0, 0]);
    const behind = { behind: 'funnel' as const, question: asked, step: 1, lost: false };
    const { items } = await app.call(
      insightRoutes.listPeople,
      { body: { question: behind } },
      guide,
    );
    assert.deepEqual(items, []);
  });

  it('says which segment it does not know', async () => {
    const asked = question(['g_view', 'g_buy'], { segment: 'seg_0' });
    await assert.rejects(
      app.call(insightRoutes.analyseFunnel, { body: asked }),
      (error) =>
        error instanceof ProblemAnswer && error.problem.code === 'insight.refers_to_unknown',
    );
  });
});
