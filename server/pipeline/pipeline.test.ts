import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Message } from '@siyu/contract/collect';
import { personRoutes } from '@siyu/contract/profile';
import { sql } from 'kysely';
import { accept, createSource, eventTable } from '../modules/collect/index.ts';
import { peopleSource, personOf } from '../modules/identity/index.ts';
import { rootNode } from '../modules/org/index.ts';
import { steppingClock } from '../platform/clock/index.ts';
import { type TestApp, testApp } from '../testing/app.ts';
import { type Pipeline, startPipeline } from './index.ts';

const everything = { rootId: 1, everything: true, orgIds: [1] };

describe('the pipeline', () => {
  const clock = steppingClock('2026-06-01T08:00:00Z');
  let app: TestApp;
  let pipeline: Pipeline;
  let sourceId: number;
  let made = 0;

  const say = (identifiers: Record<string, string>, rest: Partial<Message> = {}): Message => ({
    messageId: `m${++made}`,
    type: rest.event === undefined ? 'identify' : 'track',
    time: clock.now().toISOString(),
    identifiers: Object.entries(identifiers).map(
      ([kind, value]) => ({ kind, value }) as Message['identifiers'][number],
    ),
    ...rest,
  });
  const take = async (...messages: Message[]) => {
    await accept(app.platform, { sourceId, messages });
    await pipeline.idle();
  };
  const one = async (query: string) =>
    (
      await app.platform.clickhouse.query<{ n: number }>({
        name: 'test.count',
        sql: `SELECT ${query}`,
      })
    )[0]?.n;
  const find = async (search: string) =>
    (await app.call(personRoutes.listPeople, { query: { search } })).items;

  before(async () => {
    app = await testApp({ clock });
    const root = await rootNode(app.platform.postgres.db());
    const source = {
      kind: 'site',
      channel: 'mini_program',
      name: '会员小程序',
      orgId: root?.org_id as number,
    };
    sourceId = (await createSource(app.platform.postgres.db(), source, clock.now())).sourceId;
    pipeline = await startPipeline(app.platform);
  });
  after(async () => {
    await pipeline.close();
    await app.close();
  });

  it('gathers a visitor, a phone and an email under one person, and every count follows', async () => {
    await take(
      say(
        { anonymous_id: 'v1' },
        { event: 'product_viewed', properties: { product_id: 'BX-1', price: 3999 } },
      ),
      say({ phone: '13812349876' }, { traits: { name: '李小娜', city: '青岛' } }),
    );
    assert.equal(await one(`uniqExact(${personOf()}) AS n FROM ${eventTable.byName}`), 1);
    assert.equal(await one(`count() AS n FROM ${peopleSource(everything)}`), 1);
    await take(
      say(
        { anonymous_id: 'v1', phone: '+8613812349876', email: 'LI@example.cn' },
        { event: 'signed_in' },
      ),
    );
    const [person, ...others] = await find('138 1234 9876');
    assert.equal(others.length, 0);
    assert.equal(person?.title, '李**');
    assert.equal(person?.city, '青岛');
    assert.equal(await one(`count() AS n FROM ${peopleSource(everything, 'all')}`), 1);
    const timeline = await app.call(personRoutes.personTimeline, {
      params: { person: person?.person as string },
    });
    assert.deepEqual(timeline.items.map(({ kind }) => kind).sort(), [
      'product_viewed',
      'signed_in',
    ]);
    assert.equal((await find('9876'))[0]?.person, person?.person);
    assert.equal((await find('李小娜'))[0]?.person, person?.person);
  });

  it('counts a message once, in one batch, in two, and after a restart', async () => {
    const viewed = say({ anonymous_id: 'v2' }, { event: 'cart_viewed' });
    await take(viewed, viewed);
    await take(viewed);
    await pipeline.close();
    pipeline = await startPipeline(app.platform);
    await take(viewed, say({ anonymous_id: 'v2' }, { event: 'cart_viewed' }));
    assert.equal(await one(`count() AS n FROM ${eventTable.byName} WHERE name = 'cart_viewed'`), 2);
    assert.equal(
      await one(`count() AS n FROM ${eventTable.byIdentity} WHERE name = 'cart_viewed'`),
      2,
    );
  });

  it('repeats an insert that a crash left unmarked without doubling a row', async () => {
    await take(say({ anonymous_id: 'v3' }, { event: 'store_visited' }));
    await pipeline.close();
    await sql`update collect.block set inserted_at = null`.execute(app.platform.postgres.db());
    pipeline = await startPipeline(app.platform);
    await pipeline.idle();
    assert.equal(
      await one(`count() AS n FROM ${eventTable.byName} WHERE name = 'store_visited'`),
      1,
    );
  });

  it('sets aside what names nobody and goes on with the rest', async () => {
    await take(
      say({ phone: '138****0000' }, { event: 'app_opened' }),
      say({ user_id: 'M1' }, { event: 'app_opened' }),
    );
    const { rows } = await sql<{ reason: string }>`select reason from collect.quarantine`.execute(
      app.platform.postgres.db(),
    );
    assert.deepEqual(rows, [{ reason: 'no_usable_identifier' }]);
    assert.equal(await one(`count() AS n FROM ${eventTable.byName} WHERE name = 'app_opened'`), 1);
  });

  it('lets no personal value reach ClickHouse or stand in PostgreSQL in the clear', async () => {
    await take(
      say(
        { user_id: 'M2', phone: '13912340001' },
        {
          event: 'service_requested',
          properties: { phone: '13912340001', address: '香港中路1号', topic: '清洗' },
        },
      ),
    );
    const rows = await app.platform.clickhouse.query<{ text: Record<string, string> }>({
      name: 'test.properties',
      sql: `SELECT text FROM ${eventTable.byName} WHERE name = 'service_requested'`,
    });
    assert.equal(rows[0]?.text.topic, '清洗');
    assert.match(rows[0]?.text.phone ?? '', /^#[0-9a-f-]{36}$/);
    assert.ok(!JSON.stringify(rows).includes('香港'));
    const { rows: bytes } = await sql<{ found: boolean }>`
      select bool_or(position('13912340001'::bytea in body) > 0) as found
      from (select body from platform.log_batch union all select body from privacy.personal_box
        union all select body from collect.quarantine) as stored`.execute(
      app.platform.postgres.db(),
    );
    assert.equal(bytes[0]?.found, false);
  });

  it('forgets an erased person in both engines, and an old file does not bring anybody back', async () => {
    const registered = say(
      { user_id: 'M3', phone: '13912340002' },
      { traits: { name: '王五', city: '济南' } },
    );
    await take(registered, say({ user_id: 'M3' }, { event: 'coupon_viewed' }));
    const [person] = await find('13912340002');
    clock.advance(1000);
    const { erasure } = await app.call(personRoutes.erasePerson, {
      params: { person: person?.person as string },
      body: { reason: '本人要求' },
    });
    await pipeline.idle();
    await app.platform.jobs.start(app.platform);
    const proof = await settled(() => app.call(personRoutes.showErasure, { params: { erasure } }));
    assert.ok(proof.tables.includes('privacy.personal_box'));
    assert.deepEqual(await find('13912340002'), []);
    assert.equal(
      await one(`count() AS n FROM ${eventTable.byName} WHERE name = 'coupon_viewed'`),
      0,
    );
    assert.equal(
      await one(`count() AS n FROM ${eventTable.byIdentity} WHERE name = 'coupon_viewed'`),
      0,
    );

    clock.advance(1000);
    await take({
      ...registered,
      messageId: 'again',
      time: clock.now().toISOString(),
      origin: { importId: 1, row: 1 },
    });
    assert.deepEqual(await find('13912340002'), []);
    await take(say({ phone: '13912340002' }, { event: 'signed_up' }));
    const [anew] = await find('13912340002');
    assert.ok(anew && anew.person !== person?.person);
    assert.equal(anew.city, null);
  });

  const settled = async <T extends { clickhouseAt: string | null }>(
    look: () => Promise<T>,
  ): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      const seen = await look();
      if (seen.clickhouseAt !== null || tries > 100) return seen;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
});
