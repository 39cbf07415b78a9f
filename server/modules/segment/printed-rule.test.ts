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
