import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Message } from '@siyu/contract/collect';
import { type AnalysisMeasure, type EventQuestion, insightRoutes } from '@siyu/contract/insight';
import fc from 'fast-check';
import { type Pipeline, startPipeline } from '../../pipeline/index.ts';
import { steppingClock } from '../../platform/clock/index.ts';
import { ProblemAnswer, type TestApp, testApp } from '../../testing/app.ts';
import { accept, createSource } from '../collect/index.ts';
import { rootNode } from '../org/index.ts';

const now = Date.parse('2026-06-30T08:00:00Z');
const minute = 60_000;

interface Viewed {
  readonly who: number;
  readonly colour: string;
  readonly price: number;
  readonly minutesAgo: number;
}

const colours = ['红', '蓝', "it's", '', 'a\\b'];
const viewed: fc.Arbitrary<Viewed> = fc.record({
  who: fc.nat({ max: 5 }),
  colour: fc.constantFrom(...colours),
  price: fc.integer({ min: 0, max: 500 }),
  minutesAgo: fc.integer({ min: 1, max: 40 * 1_440 }),
});

/** The local day of Shanghai, which has no summer time. */
const dayOf = ({ minutesAgo }: Viewed) =>
  new Date(now - minutesAgo * minute + 8 * 3_600_000).toISOString().slice(0, 10);

function measured(rows: readonly Viewed[], measure: AnalysisMeasure): number {
  const people = new Set(rows.map(({ who }) => who)).size;
  const sum = rows.reduce((all, { price }) => all + price, 0);
  switch (measure.of) {
    case 'count':
      return rows.length;
    case 'people':
      return people;
    case 'sum':
      return sum;
    case 'per_person':
      return people === 0 ? 0 : (measure.property ? sum : rows.length) / people;
  }
}

describe('an event analysis', () => {
  let app: TestApp;
  let pipeline: Pipeline;
  let sourceId: number;
  const world: Viewed[] = [];

  before(async () => {
    app = await testApp({ clock: steppingClock(new Date(now)) });
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

  const messageOf = ({ who, colour, price, minutesAgo }: Viewed): Message => ({
    messageId: `v${world.length}`,
    type: 'track',
    time: new Date(now - minutesAgo * minute).toISOString(),
    identifiers: [{ kind: 'user_id', value: `u${who}` }],
    event: 'tile_viewed',
    properties: { colour, price },
  });
  const happen = async (rows: readonly Viewed[]) => {
    const messages = rows.map((row) => {
      world.push(row);
      return messageOf(row);
    });
    await accept(app.platform, { sourceId, messages });
    await pipeline.idle();
  };

  const price = { in: 'number', name: 'price' } as const;
  const colour = { in: 'text', name: 'colour' } as const;
  const measures: readonly AnalysisMeasure[] = [
    { of: 'count' },
    { of: 'people' },
    { of: 'sum', property: price },
    { of: 'per_person', property: price },
    { of: 'per_person' },
  ];
  const base: EventQuestion = {
    series: [{ events: ['tile_viewed'], measure: { of: 'count' } }],
    window: { kind: 'last', days: 14 },
    bucket: 'day',
  };
  const inWindow = (row: Viewed) => dayOf(row) >= '2026-06-17';
  const same = (found: number, expected: number, what: string) =>
    assert.ok(Math.abs(found - expected) < 1e-6, `${what}: ${found} instead of ${expected}`);

  it('equals what one counts by hand: per day and over all, by group, with the groups not shown as the rest', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(viewed, { minLength: 5, maxLength: 40 }),
        fc.constantFrom(...measures),
        fc.integer({ min: 1, max: 6 }),
        async (rows, measure, groups) => {
          await happen(rows);
          const question: EventQuestion = {
            ...base,
            series: [{ events: ['tile_viewed'], measure }],
            breakdown: { by: 'property', property: colour },
            groups,
          };
          const answer = await app.call(insightRoutes.analyseEvents, { body: question });
          const here = world.filter(inWindow);
          const shown = answer.groups.filter(({ rest }) => !rest).map(({ key }) => key);
          const all = new Set(here.map((row) => row.colour));
          assert.equal(shown.length, Math.max(1, Math.min(groups, all.size)));
          for (const group of answer.groups) {
            const mine = here.filter((row) =>
              group.rest ? !shown.includes(row.colour) : row.colour === group.key,
            );
            same(group.total, measured(mine, measure), `${measure.of} of ${group.key}`);
            answer.buckets.forEach((day, index) => {
              const onDay = mine.filter((row) => dayOf(row) === day);
              same(
                group.values[index] as number,
                measured(onDay, measure),
                `${day} of ${group.key}`,
              );
            });
          }
          const sizes = [...all].map((key) =>
            measured(
              here.filter((row) => row.colour === key),
              measure,
            ),
          );
          const largest = sizes.sort((a, b) => b - a).slice(0, groups);
          answer.groups
            .filter(({ rest }) => !rest && all.size > 0)
            .forEach(({ total }, index) => {
              same(total, largest[index] as number, 'largest');
            });
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  });

  it('opens the people behind a bar, a group and the rest, page by page', async () => {
    const question: EventQuestion = {
      ...base,
      breakdown: { by: 'property', property: colour },
      groups: 2,
    };
    const answer = await app.call(insightRoutes.analyseEvents, { body: question });
    const shown = answer.groups.filter(({ rest }) => !rest).map(({ key }) => key);
    const here = world.filter(inWindow);
    const open = async (of: object): Promise<string[]> => {
      const titles: string[] = [];
      let cursor: string | undefined;
      do {
        const asked = {
          question: { behind: 'events' as const, question, series: 0, ...of },
          limit: 2,
        };
        const body = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
        const page = await app.call(insightRoutes.listPeople, { body });
        titles.push(...page.items.map(({ title }) => title));
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      return titles.sort();
    };
    const who = (rows: readonly Viewed[]) => [...new Set(rows.map((row) => `u${row.who}`))].sort();
    const [first] = shown;
    assert.deepEqual(await open({ group: first }), who(here.filter((row) => row.colour === first)));
    assert.deepEqual(
      await open({ rest: true }),
      who(here.filter((row) => !shown.includes(row.colour))),
    );
    const day = answer.buckets[5] as string;
    assert.deepEqual(await open({ bucket: day }), who(here.filter((row) => dayOf(row) === day)));
  });

  it('compares with the stretch before, and cuts by week and month', async () => {
    const question: EventQuestion = { ...base, compare: true, bucket: 'week' };
    const answer = await app.call(insightRoutes.analyseEvents, { body: question });
    const from = (days: number) => Date.parse('2026-06-17T00:00:00+08:00') - days * 1_440 * minute;
    const timeOf = (row: Viewed) => now - row.minutesAgo * minute;
    const before14 = now - 14 * 1_440 * minute;
    const earlier = world.filter((row) => timeOf(row) >= from(14) && timeOf(row) <= before14);
    assert.equal(answer.groups[0]?.previous?.total, earlier.length);
    assert.equal(answer.groups[0]?.total, world.filter(inWindow).length);
    assert.deepEqual(answer.buckets, ['2026-06-15', '2026-06-22', '2026-06-29']);
    const sum = (values: readonly number[] = []) => values.reduce((all, value) => all + value, 0);
    assert.equal(sum(answer.groups[0]?.values), answer.groups[0]?.total);
  });

  it('refuses to add up what is no number, and a range that ends before it begins', async () => {
    const code = async (question: EventQuestion) => {
      const { body } = await app.ask(insightRoutes.analyseEvents, { body: question });
      return (body as { code: string }).code;
    };
    const measure = { of: 'sum' as const, property: colour };
    const words = { ...base, series: [{ events: ['tile_viewed'], measure }] };
    assert.equal(await code(words), 'insight.measure_not_a_number');
    const backwards = { kind: 'between' as const, from: '2026-06-02', to: '2026-06-01' };
    assert.equal(await code({ ...base, window: backwards }), 'insight.window_upside_down');
    await assert.rejects(
      app.call(insightRoutes.analyseEvents, {
        body: { ...base, window: { kind: 'last', days: 1_000 } },
      }),
      (error) =>
        error instanceof ProblemAnswer && error.problem.code === 'insight.too_many_buckets',
    );
  });
});
