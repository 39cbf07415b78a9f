import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Rule } from '@siyu/contract/segment';
import {
  canonicalRule,
  compileRule,
  evaluate,
  firstAnonymous,
  printRule,
} from '@siyu/engine/segment';
import fc from 'fast-check';
import type { ClickHouse } from '../../platform/clickhouse/index.ts';
import { testClickHouse } from '../../testing/engines.ts';
import { peopleOf, worldTree } from './testing/people-of-world.ts';
import { randomRule } from './testing/random-rule.ts';
import { randomWorld, type World } from './testing/random-world.ts';
import { sourcesOf, writeWorld } from './testing/write-world.ts';

const hostileTexts = [
  "') OR 1 = 1 --",
  "\\') OR 1 = 1 --",
  "'; DROP TABLE collect_event; --",
  "' UNION ALL SELECT person FROM identity_known --",
  'x\u0000y',
  '\ud800',
  "{p:String}'",
  '`) --',
  '\\',
  "'",
  '%_\\%',
  '*/ OR 1 /*',
] as const;

const home = mkdtempSync(join(tmpdir(), 'siyu-rule-'));
let clickhouse: ClickHouse;

before(async () => {
  clickhouse = await testClickHouse(home);
});
after(async () => {
  await clickhouse.close();
  rmSync(home, { recursive: true, force: true });
});

async function printed(rule: Rule, world: World): Promise<readonly number[]> {
  const sql = printRule(rule, sourcesOf(world), world).page(0, 1000);
  const rows = await clickhouse.query<{ person: number }>({ name: 'test.rule', sql });
  return rows.map((row) => row.person);
}

const meant = (rule: Rule, world: World) =>
  peopleOf(world)
    .filter((person) => evaluate(rule, person, world, worldTree))
    .map((person) => person.id)
    .sort((a, b) => a - b);

test('the printed SQL finds exactly the people that the rule means', async () => {
  await fc.assert(
    fc.asyncProperty(
      randomWorld,
      fc.array(randomRule, { minLength: 12, maxLength: 12 }),
      async (world, rules) => {
        await writeWorld(clickhouse, world);
        for (const rule of rules) {
          assert.deepEqual(await printed(rule, world), meant(rule, world), JSON.stringify(rule));
        }
      },
    ),
    {
      numRuns: Number(process.env.SIYU_RUNS ?? 25),
      endOnFailure: process.env.SIYU_RUNS !== undefined,
    },
  );
});

test('no value and no name in a rule reaches beyond the scope or breaks out of its place', async () => {
  const [base] = fc.sample(randomWorld, { numRuns: 1, seed: 7 });
  const world: World = { ...(base as World), scope: 6 };
  await writeWorld(clickhouse, world);
  const scope = new Set(peopleOf(world).map((person) => person.id));
  const everybody: Rule = { kind: 'and', of: [] };
  for (const evil of hostileTexts) {
    const property = { in: 'text' as const, name: evil };
    const event: Rule = {
      kind: 'event',
      events: [evil, 'order_placed'],
      where: [{ property, test: { op: 'in', values: [evil, 'a'] } }],
      window: { kind: 'last', days: 30 },
      measure: { of: 'distinct', property: { in: 'number', name: evil } },
      test: { op: 'gte', value: 0 },
    };
    const leaves: Rule[] = [
      event,
      { kind: 'trait', trait: evil, test: { op: 'ne', value: evil } },
      { kind: 'trait', trait: 'city', test: { op: 'contains', value: evil } },
      { kind: 'trait', trait: 'likes', test: { op: 'has_none', values: [evil] } },
      { kind: 'tag', tag: 'tag_a', values: [evil] },
      { kind: 'consent', purpose: evil, channel: evil, org: evil },
      { kind: 'org', org: evil },
    ];
    for (const leaf of leaves) {
      for (const rule of [leaf, { kind: 'not' as const, of: leaf }]) {
        const found = await printed({ kind: 'or', of: [rule] }, world);
        assert.deepEqual(found, meant(rule, world), JSON.stringify(rule));
        assert.ok(found.every((id) => scope.has(id)));
      }
    }
  }
  assert.deepEqual(new Set(await printed(everybody, world)), scope);
});

test('counts agree with the people found, known and anonymous apart', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, randomRule, async (world, rule) => {
      await writeWorld(clickhouse, world);
      const sql = printRule(rule, sourcesOf(world), world).count;
      const [row] = await clickhouse.query<{ known: number; anonymous: number }>({
        name: 'test.count',
        sql,
      });
      const ids = meant(rule, world);
      const known = ids.filter((id) => id < firstAnonymous).length;
      assert.deepEqual([row?.known, row?.anonymous], [known, ids.length - known]);
    }),
    { numRuns: 10 },
  );
});

test('the compiled predicate and the canonical form mean the same as the rule', () => {
  fc.assert(
    fc.property(randomWorld, randomRule, (world, rule) => {
      const compiled = compileRule(rule, world, worldTree);
      const canonical = canonicalRule(rule);
      for (const person of peopleOf(world)) {
        const truth = evaluate(rule, person, world, worldTree);
        assert.equal(compiled(person), truth, 'compiled');
        assert.equal(evaluate(canonical, person, world, worldTree), truth, 'canonical');
      }
    }),
    { numRuns: 1500 },
  );
});
