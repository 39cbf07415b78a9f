import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { insightRoutes, type MetricCode } from '@siyu/contract/insight';
import { periodsOf } from '@siyu/engine/insight';
import fc from 'fast-check';
import { type Pipeline, startPipeline } from '../../pipeline/index.ts';
import { steppingClock } from '../../platform/clock/index.ts';
import { type LoggedIn, type TestApp, testApp } from '../../testing/app.ts';
import { accept, createSource } from '../collect/index.ts';
import { nodesByCode } from '../org/index.ts';
import { countSlowly } from './testing/count-slowly.ts';
import { type MadeAct, madeAct, messageOf } from './testing/made-world.ts';

const now = Date.parse('2026-06-30T08:00:00Z');
const zone = 'Asia/Shanghai';

describe('the metrics of a board', () => {
  let app: TestApp;
  let pipeline: Pipeline;
  const sources = new Map<string, number>();
  const viewers = new Map<'root' | 'a' | 'a1', LoggedIn>();
  const world: (MadeAct & { readonly time: number })[] = [];

  before(async () => {
    app = await testApp({ clock: steppingClock('2026-06-30T08:00:00Z') });
    await app.aBrand({ code: 'a' });
    await app.aBrand({ code: 'b' });
    await app.aStore({ code: 'a1', parent: 'a' });
    await app.aStore({ code: 'a2', parent: 'a' });
    await app.aStore({ code: 'b1', parent: 'b' });
    const db = app.platform.postgres.db<unknown>();
    const nodes = await nodesByCode(db, ['root', 'a']);
    for (const [name, channel, org] of [
      ['mini', 'mini_program', 'root'],
      ['tmall', 'tmall', 'a'],
      ['till', 'store', 'root'],
    ] as const) {
      const orgId = nodes.get(org)?.org_id as number;
      const made = await createSource(
        db,
        { kind: 'site', channel, name, orgId },
        app.platform.clock.now(),
      );
      sources.set(name, made.sourceId);
    }
    for (const org of ['root', 'a', 'a1'] as const)
      viewers.set(org, await app.login('operator', org));
    pipeline = await startPipeline(app.platform);
  });
  after(async () => {
    await pipeline.close();
    await app.close();
  });

  const happen = async (acts: readonly MadeAct[]) => {
    for (const act of acts) {
      const message = messageOf(act, `m${world.length}`, now);
      world.push({ ...act, time: now - act.at * 60_000 });
      await accept(app.platform, {
        sourceId: sources.get(act.place.source) as number,
        messages: [message],
      });
    }
    await pipeline.idle();
  };

  it('equal what one counts by hand, for the group, a brand and a store, through merges, corrections and refunds', async () => {
    const days = 30;
    const window = { kind: 'last' as const, days };
    const periods = periodsOf(window, 'day', { asOf: now, zone });
    await fc.assert(
      fc.asyncProperty(fc.array(madeAct, { minLength: 12, maxLength: 40 }), async (acts) => {
        await happen(acts);
        for (const [scope, viewer] of viewers) {
          const board = await app.call(insightRoutes.readOverview, { query: { days } }, viewer);
          const value = new Map(board.metrics.map((metric) => [metric.code, metric]));
          for (const [which, stretch] of [
            ['value', periods.now],
            ['previous', periods.before],
          ] as const) {
            const expected = countSlowly(world, scope, stretch);
            const found = Object.fromEntries(
              Object.keys(expected).map((code) => [code, value.get(code)?.[which]]),
            );
            assert.deepEqual(found, expected, `${which} of ${scope}`);
          }
          const day = periods.now.buckets.length - 1 - (acts.length % 20);
          const from = Date.parse(`${periods.now.buckets[day]}T00:00:00+08:00`);
          const { campaign_conversion, ...onTheDay } = countSlowly(world, scope, {
            from,
            before: Math.min(from + 86_400_000, now + 1),
          });
          const found = Object.fromEntries(
            Object.keys(onTheDay).map((code) => [code, value.get(code)?.series[day]]),
          );
          assert.deepEqual(found, onTheDay, `day ${day} of ${scope}`);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });

  it('open the people behind them: as many as the number says', async () => {
    const codes: readonly MetricCode[] = [
      'pool',
      'new_people',
      'left_people',
      'active',
      'buyers',
      'first_buyers',
    ];
    for (const viewer of viewers.values()) {
      const board = await app.call(insightRoutes.readOverview, { query: { days: 30 } }, viewer);
      for (const metric of codes) {
        const question = {
          behind: 'metric' as const,
          metric,
          window: { kind: 'last' as const, days: 30 },
        };
        const { items } = await app.call(
          insightRoutes.listPeople,
          { body: { question, limit: 200 } },
          viewer,
        );
        const value = board.metrics.find(({ code }) => code === metric)?.value;
        assert.equal(items.length, value, metric);
      }
    }
  });

  it('never count another store’s people', async () => {
    const viewer = viewers.get('a1') as LoggedIn;
    const read = () => app.call(insightRoutes.readOverview, { query: { days: 30 } }, viewer);
    const before = await read();
    const place = { source: 'till', store: 'a2' } as const;
    const who = { by: 'phone', person: 90 } as const;
    await happen([
      { kind: 'act', who, event: 'store_visited', at: 5, place, delivery: 0 },
      { kind: 'order', number: 90, who, total: 9_900, cancelled: false, at: 4, place },
      {
        kind: 'act',
        who,
        event: 'message_sent',
        at: 3,
        place: { source: 'mini', store: null },
        delivery: 3,
      },
    ]);
    const afterwards = await read();
    assert.deepEqual(afterwards.metrics, before.metrics);
    assert.deepEqual(afterwards.reachable, before.reachable);
  });
});
