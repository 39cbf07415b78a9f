import type { Rule } from '@siyu/contract/segment';
import { type Moment, printRule, type Sources } from '@siyu/engine/segment';
import { sourcesInScope } from '@siyu/server/modules/segment';
import type { ClickHouse } from '@siyu/server/platform/clickhouse';
import { figure, round, seconds } from '../figures.ts';
import { withServer } from '../server.ts';
import type { BenchSize, Measured, Workload } from '../workload.ts';
import { handWritten } from './segment/hand-written.ts';
import { writePopulation } from './segment/population.ts';

const mostRatio = 1.3;
const everything = { rootId: 1, everything: true, orgIds: [1] };
const moment: Moment = { asOf: Date.parse('2026-06-30T12:00:00Z'), zone: 'Asia/Shanghai' };

/** Five mixed conditions: a trait or a tag, net spending in a window, no visit lately, a phone. */
const rule: Rule = {
  kind: 'and',
  of: [
    {
      kind: 'or',
      of: [
        { kind: 'trait', trait: 'city', test: { op: 'in', values: ['青岛', '上海'] } },
        { kind: 'tag', tag: 'tag_bench', values: ['high'] },
      ],
    },
    {
      kind: 'event',
      events: ['order_placed'],
      window: { kind: 'last', days: 90 },
      measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
      test: { op: 'gte', value: 50_000 },
    },
    {
      kind: 'event',
      events: ['page_viewed'],
      window: { kind: 'last', days: 7 },
      measure: { of: 'count' },
      test: { op: 'eq', value: 0 },
    },
    { kind: 'identifier', identifier: 'phone' },
  ],
};

/** A live count of five mixed conditions, printed by the engine, beside SQL written by hand for this one question. */
export const segment: Workload = {
  name: 'segment',
  about: 'a live count of five mixed conditions over 200,000 people and 5 million events',
  run: (size) =>
    withServer(({ server }) =>
      measure(server.platform.clickhouse, size, () => sourcesOf(server.platform)),
    ),
};

async function sourcesOf(platform: Parameters<typeof sourcesInScope>[0]): Promise<Sources> {
  return {
    ...(await sourcesInScope(platform, everything, [])),
    tag: (_, values) =>
      `(SELECT people FROM profile_tag WHERE tag = 1 AND generation = 1 AND value = '${values?.[0]}')`,
  };
}

async function measure(
  clickhouse: ClickHouse,
  size: BenchSize,
  sources: () => Promise<Sources>,
): Promise<Measured> {
  const scale = size === 'full' ? 200_000 : 20_000;
  await writePopulation(clickhouse, scale, scale * 25, moment.asOf);
  const printed = printRule(rule, await sources(), moment).count;
  const people = async (sql: string) => {
    const [row] = await clickhouse.query<{ people: number }>({ name: 'bench.segment', sql });
    return row?.people;
  };
  const ours = () => people(`SELECT known + anonymous AS people FROM (${printed})`);
  const rivals = handWritten(moment.asOf);
  const expected = await ours();
  for (const [what, sql] of Object.entries(rivals)) {
    const found = await people(sql);
    if (found !== expected) throw new Error(`${what} finds ${found} people, we find ${expected}.`);
  }
  const rounds = size === 'full' ? 15 : 5;
  const took: Record<string, number[]> = { ours: [] };
  for (let i = 0; i < rounds; i++) {
    took.ours?.push((await seconds(ours)) * 1000);
    for (const [what, sql] of Object.entries(rivals)) {
      took[what] = [...(took[what] ?? []), (await seconds(() => people(sql))) * 1000];
    }
  }
  const figures = Object.fromEntries(
    Object.entries(took).map(([what, times]) => [what, figure(times, 'ms')]),
  );
  const printedTook = figures.ours as (typeof figures)[string];
  const [what, best] = Object.entries(figures)
    .filter(([name]) => name !== 'ours')
    .reduce((a, b) => (a[1].median <= b[1].median ? a : b));
  const ratio = round(printedTook.median / best.median);
  return {
    figures: { ...figures, found: figure([expected ?? 0], 'people') },
    baseline: { what: `the fastest of the statements written by hand (${what})`, figure: best },
    ratio,
    hold: `at most ${mostRatio} times the best statement written by hand (ratio: our ms by its ms)`,
    holds: ratio <= mostRatio,
  };
}
