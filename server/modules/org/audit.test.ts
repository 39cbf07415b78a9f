import assert from 'node:assert/strict';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { listAudit, sealAudit, verifyAudit } from '@siyu/contract/org';
import { sql } from 'kysely';
import { type TestApp, testApp } from '../../testing/app.ts';

describe('the audit log', () => {
  let app: TestApp;
  before(async () => {
    app = await testApp();
  });
  after(() => app.close());
  const db = () => app.platform.postgres.db();
  const seal = () => app.call(sealAudit);
  const verify = () => app.call(verifyAudit, { body: {} });
  /** What somebody with the database’s own powers could do: the triggers do not hold them. */
  const tamper = (statement: ReturnType<typeof sql>) =>
    app.platform.postgres.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await statement.execute(tx);
    });

  it('tells who did what, newest first, cut to the scope of the reader', async () => {
    const brand = await app.aBrand();
    const store = await app.aStore({ parent: brand.code });
    const auditor = await app.login('auditor', brand.code);
    const mine = await app.call(listAudit, {}, auditor);
    assert.deepEqual(
      mine.items.map((entry) => entry.action),
      ['org.log_in'],
    );
    const all = await app.call(listAudit, { query: { object: store.code } });
    assert.deepEqual(
      all.items.map(({ action, actor, actionZh }) => [action, actor, actionZh]),
      [['org.create_node', 'system', '新建组织节点']],
    );
    const first = await app.call(listAudit, { query: { limit: 2 } });
    const second = await app.call(listAudit, { query: { limit: 2, cursor: first.next as string } });
    const ids = [...first.items, ...second.items].map((entry) => entry.id);
    assert.deepEqual(
      ids,
      [...ids].sort((a, b) => b - a),
    );
    assert.equal(new Set(ids).size, 4);
  });

  it('cannot be edited', async () => {
    for (const statement of [
      sql`update org.audit_entry set actor = 'somebody else'`,
      sql`delete from org.audit_entry`,
      sql`truncate org.audit_entry`,
      sql`delete from org.audit_seal`,
    ]) {
      await assert.rejects(statement.execute(db()), /append-only/);
    }
  });

  it('is whole after sealing, entries of late transactions included', async () => {
    const late = await app.platform.postgres.pool.connect();
    await late.query('begin');
    await late.query(
      `with entry as (insert into org.audit_entry (at, actor, org_id, action, detail)
         values ('2026-11-22', 'usr_late', 0, 'org.log_in', '{}') returning entry_id)
       insert into org.audit_unsealed select entry_id from entry`,
    );
    await app.aBrand();
    assert.ok((await seal()).sealed > 0);
    await late.query('commit');
    late.release();
    assert.equal((await verify()).holds, true);
    assert.equal((await seal()).sealed, 1);
    const proof = await verify();
    assert.deepEqual([proof.holds, proof.break, proof.entries - proof.sealed], [true, null, 0]);
  });

  it('names the entry that was changed, removed or slipped in, and the seal that is gone', async () => {
    await app.aBrand();
    await seal();
    await app.aBrand();
    await seal();
    const { rows } = await sql<{ id: number }>`
      select max(entry_id) - 3 as id from org.audit_entry`.execute(db());
    const id = rows[0]?.id as number;
    const broken = async (change: ReturnType<typeof sql>, undo: ReturnType<typeof sql>) => {
      await tamper(change);
      const proof = await verify();
      await tamper(undo);
      return [proof.holds, proof.break?.reason, proof.break?.entry];
    };
    await sql`create table org.kept as select * from org.audit_entry where entry_id = ${id}`.execute(
      db(),
    );
    await sql`create table org.kept_seal as select * from org.audit_seal`.execute(db());
    assert.deepEqual(
      await broken(
        sql`update org.audit_entry set at = at + interval '1 microsecond' where entry_id = ${id}`,
        sql`update org.audit_entry set at = at - interval '1 microsecond' where entry_id = ${id}`,
      ),
      [false, 'entry_changed', id],
    );
    assert.deepEqual(
      await broken(
        sql`delete from org.audit_entry where entry_id = ${id}`,
        sql`insert into org.audit_entry overriding system value select * from org.kept`,
      ),
      [false, 'entry_missing', id],
    );
    assert.deepEqual(
      await broken(
        sql`insert into org.audit_entry overriding system value
            select 1000000, at, actor, org_id, action, object, detail, ip from org.kept`,
        sql`delete from org.audit_entry where entry_id = 1000000`,
      ),
      [false, 'entry_unsealed', 1_000_000],
    );
    assert.deepEqual(
      await broken(
        sql`delete from org.audit_seal where seal_id = 1`,
        sql`insert into org.audit_seal select * from org.kept_seal where seal_id = 1`,
      ),
      [false, 'seal_missing', null],
    );
    assert.equal((await verify()).holds, true);
  });

  it('notices that its end was cut off, by the head noted outside the database', async () => {
    await app.aBrand();
    await seal();
    await sql`create table org.kept_end as select * from org.audit_seal order by seal_id desc limit 1`.execute(
      db(),
    );
    await tamper(
      sql`delete from org.audit_entry where entry_id in (select unnest(entry_ids) from org.kept_end)`,
    );
    await tamper(
      sql`delete from org.audit_seal where seal_id in (select seal_id from org.kept_end)`,
    );
    const proof = await verify();
    assert.deepEqual([proof.holds, proof.break?.reason], [false, 'head_unknown']);
    const heads = join(app.platform.config.home, 'audit', 'heads.jsonl');
    await appendFile(heads, '{"seal":3,"ha');
    assert.equal((await verify()).break?.reason, 'head_unknown');
    await rm(heads);
    assert.equal((await verify()).holds, true);
  });
});
