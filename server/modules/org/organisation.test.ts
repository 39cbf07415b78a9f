import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { changeNode, createNode, listNodes, listUsers, readMe, readTree } from '@siyu/contract/org';
import fc from 'fast-check';
import { sql } from 'kysely';
import { type TestApp, testApp } from '../../testing/app.ts';
import { brandsOf, scopeOf } from './index.ts';

describe('the organisation tree', () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
  });
  after(() => app.close());
  const refused = (code: string) => (error: { problem?: { code?: string } }) =>
    error.problem?.code === code;

  it('hangs stores below brands and refuses a brand below a store', async () => {
    await app.aBrand({ code: 'B1' });
    const store = await app.call(createNode, {
      body: { parent: 'B1', kind: 'store', code: 'S1', nameZh: '一店' },
    });
    assert.deepEqual(
      [store.parent, store.depth, store.currency, store.timezone],
      ['B1', 2, 'CNY', 'Asia/Shanghai'],
    );
    const below = { parent: 'S1', kind: 'brand', code: 'B9', nameZh: '牌' } as const;
    await assert.rejects(app.call(createNode, { body: below }), refused('org.kind_misplaced'));
    await assert.rejects(
      app.call(createNode, { body: { ...below, parent: 'B1', kind: 'store', code: 'S1' } }),
      refused('org.code_taken'),
    );
  });

  it('refuses to move a node below itself, or the root anywhere', async () => {
    await app.aBrand({ code: 'B2' });
    await app.call(createNode, {
      body: { parent: 'B2', kind: 'region', code: 'R2', nameZh: '大区' },
    });
    await app.call(createNode, {
      body: { parent: 'R2', kind: 'region', code: 'R3', nameZh: '小区' },
    });
    const into = (code: string, parent: string) =>
      app.call(changeNode, { params: { code }, body: { parent } });
    await assert.rejects(into('R2', 'R3'), refused('org.move_into_itself'));
    await assert.rejects(into('root', 'B2'), refused('org.root_stays'));
  });

  it('keeps the closure equal to the parents through any sequence of moves', async () => {
    const regions = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5'];
    await app.aBrand({ code: 'CB' });
    for (const code of regions) {
      await app.call(createNode, { body: { parent: 'CB', kind: 'region', code, nameZh: code } });
    }
    const move = fc.record({
      code: fc.constantFrom(...regions),
      parent: fc.constantFrom('CB', ...regions),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 6 }), async (moves) => {
        for (const { code, parent } of moves) {
          await app.ask(changeNode, { params: { code }, body: { parent } });
        }
        const { rows } = await sql<{ wrong: number }>`
          with recursive walked as (
            select org_id as ancestor_id, org_id as descendant_id, 0 as depth from org.node
            union all
            select walked.ancestor_id, node.org_id, walked.depth + 1
            from walked join org.node on node.parent_id = walked.descendant_id
          ), wrong as (
            (select * from walked except select ancestor_id, descendant_id, depth from org.closure)
            union all
            (select ancestor_id, descendant_id, depth from org.closure except select * from walked)
          )
          select count(*)::int as wrong from wrong`.execute(app.platform.postgres.db());
        assert.equal(rows[0]?.wrong, 0);
      }),
      { numRuns: 15 },
    );
  });

  it('shows a user their own subtree and nothing else', async () => {
    const brand = await app.aBrand();
    const mine = await app.aStore({ parent: brand.code });
    const foreign = await app.aStore();
    const guide = await app.login('guide', brand.code);
    const { nodes } = await app.call(readTree, {}, guide);
    assert.deepEqual(
      nodes.map((node) => [node.code, node.parent]),
      [
        [brand.code, null],
        [mine.code, brand.code],
      ],
    );
    const { items } = await app.call(listNodes, { query: { search: 'store' } }, guide);
    assert.deepEqual(
      items.map((node) => node.code),
      [mine.code],
    );
    const admin = await app.login('admin', brand.code);
    await assert.rejects(
      app.call(changeNode, { params: { code: foreign.code }, body: { nameZh: '我的' } }, admin),
      refused('org.node_unknown'),
    );
  });

  it('lets a moved store’s people follow at once: live sessions see the new scope', async () => {
    const [from, to] = [await app.aBrand(), await app.aBrand()];
    const store = await app.aStore({ parent: from.code });
    const user = await app.login('operator', to.code);
    const codes = async () => (await app.call(readTree, {}, user)).nodes.map((node) => node.code);
    assert.ok(!(await codes()).includes(store.code));
    await app.call(changeNode, { params: { code: store.code }, body: { parent: to.code } });
    assert.ok((await codes()).includes(store.code));
    assert.deepEqual(
      await brandsOf(app.platform.postgres.db(), [store.orgId]),
      new Map([[store.orgId, to.orgId]]),
    );
  });

  it('closes everything below a closed node, and opens a node only below an open one', async () => {
    const brand = await app.aBrand();
    const store = await app.aStore({ parent: brand.code });
    const change = (code: string, closed: boolean) =>
      app.call(changeNode, { params: { code }, body: { closed } });
    await change(brand.code, true);
    const { nodes } = await app.call(readTree, { query: { closed: true } });
    assert.ok(nodes.find((node) => node.code === store.code)?.closedAt);
    await assert.rejects(change(store.code, false), refused('org.node_closed'));
    await change(brand.code, false);
    assert.equal((await change(store.code, false)).closedAt, null);
  });

  it('pages through nodes without missing or repeating one', async () => {
    const brand = await app.aBrand();
    for (let i = 0; i < 7; i++) await app.aStore({ parent: brand.code, code: `PG${i}` });
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const query = { parent: brand.code, limit: 3, ...(cursor ? { cursor } : {}) };
      const page = await app.call(listNodes, { query });
      seen.push(...page.items.map((node) => node.code));
      if (!page.next) break;
      cursor = page.next;
    }
    assert.deepEqual(seen, ['PG0', 'PG1', 'PG2', 'PG3', 'PG4', 'PG5', 'PG6']);
    assert.equal((await scopeOf(app.platform.postgres.db(), brand.orgId)).orgIds.length, 8);
  });

  it('shows administrators of a brand the users of that brand only', async () => {
    const brand = await app.aBrand();
    const mine = await app.aUser({ org: brand.code });
    const admin = await app.login('admin', brand.code);
    const { items } = await app.call(listUsers, {}, admin);
    assert.deepEqual(
      items.map((user) => user.login).sort(),
      [mine.login, (await app.call(readMe, {}, admin)).user.login].sort(),
    );
  });
});
