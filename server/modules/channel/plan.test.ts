import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SendPolicy } from '@siyu/contract/channel';
import fc from 'fast-check';
import { sql } from 'kysely';
import { steppingClock } from '../../platform/clock/index.ts';
import { addressees, type Outgoing, outgoing } from '../../testing/outgoing.ts';
import { changeSendPolicy, planDeliveries } from './index.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
let out: Outgoing;
let phone = 13_800_000_000;
const nextPhone = () => String(++phone);
const plan = (send: Awaited<ReturnType<Outgoing['aSend']>>, personIds: readonly number[]) =>
  out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await planDeliveries(tx, send, addressees(personIds), clock.now());
  });
const policy = (body: SendPolicy) =>
  changeSendPolicy(out.app.platform.postgres.db(), body, { actor: 'test', at: clock.now() });
const noCaps: SendPolicy = { quiet: null, overall: { perDay: null, perWeek: null }, channels: {} };
const granted = (count: number) =>
  out.people(
    Array.from({ length: count }, () => ({
      identifiers: { phone: nextPhone() },
      grants: ['sms', 'wecom'] as const,
    })),
  );

before(async () => {
  out = await outgoing(clock);
});
after(() => out.close());

test('everyone whom a send decides about has a row that says what and why', async () => {
  await policy({ ...noCaps, quiet: { from: '21:00', until: '09:00' } });
  const [reached, unasked, phoneless] = await out.people([
    { identifiers: { phone: nextPhone() }, grants: ['sms'] },
    { identifiers: { phone: nextPhone() } },
    { identifiers: { email: 'a@b.cn' }, grants: ['sms'] },
  ]);
  const send = await out.aSend();
  await plan(send, [reached, unasked, phoneless, 4_000_000_000] as number[]);
  const rows = await out.deliveries(send.sendId);
  assert.deepEqual(
    rows.map(({ person_id, state, reason, gate }) => [person_id, state, reason, gate]),
    [
      [reached, 'planned', null, null],
      [unasked, 'skipped', 'no_consent', 'plan'],
      [phoneless, 'skipped', 'missing_address', 'plan'],
      [4_000_000_000, 'skipped', 'person_gone', 'plan'],
    ],
  );
  assert.equal(rows[0]?.contact_day, '2026-06-01');
  await plan(send, [reached] as number[]);
  assert.equal((await out.deliveries(send.sendId)).length, 4);
});

test('a message that comes at night is planned for the morning and counts there', async () => {
  await policy({ ...noCaps, quiet: { from: '21:00', until: '09:00' } });
  const [person] = await granted(1);
  const send = await out.aSend();
  clock.set('2026-06-01T14:00:00Z');
  await plan(send, [person as number]);
  const [row] = await out.deliveries(send.sendId);
  assert.equal(row?.due_at.toISOString(), '2026-06-02T01:00:00.000Z');
  assert.equal(row?.contact_day, '2026-06-02');
  clock.set('2026-06-01T02:00:00Z');
});

test('two campaigns that plan the same people at the same moment never break a cap', async () => {
  const people = await granted(600);
  await policy({ ...noCaps, overall: { perDay: 1, perWeek: null } });
  const [a, b] = [await out.aSend(), await out.aSend({ channel: 'sms' })];
  const chunks = [0, 200, 400].map((from) => people.slice(from, from + 200));
  await Promise.all([
    (async () => {
      for (const chunk of chunks) await plan(a, chunk);
    })(),
    (async () => {
      for (const chunk of chunks) await plan(b, chunk);
    })(),
    plan(await out.aSend(), [...people].reverse()),
  ]);
  const { rows } = await sql<{ most: number; people: number }>`
    select max(n)::int as most, count(*)::int as people from (
      select person_id, count(*) as n from channel.delivery
      where state = 'planned' and person_id = any(${people}::bigint[]) group by person_id) planned`.execute(
    out.app.platform.postgres.db(),
  );
  assert.deepEqual(rows[0], { most: 1, people: 600 });
  const skipped = [...(await out.deliveries(a.sendId)), ...(await out.deliveries(b.sendId))].filter(
    ({ state }) => state === 'skipped',
  );
  assert.ok(skipped.every(({ reason }) => reason === 'cap_day'));
});

test('whatever campaigns run against each other, no cap of any day or week is broken and none is wasted', async () => {
  const campaign = fc.record({
    day: fc.integer({ min: 0, max: 9 }),
    channel: fc.constantFrom('sms' as const, 'wecom' as const),
    members: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1 }),
  });
  const caps = fc.record({
    overall: fc.record({
      perDay: fc.integer({ min: 0, max: 2 }),
      perWeek: fc.integer({ min: 1, max: 4 }),
    }),
    channels: fc.record({
      sms: fc.record({ perDay: fc.constantFrom(null, 1), perWeek: fc.constantFrom(null, 1, 2) }),
    }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(campaign, { minLength: 2, maxLength: 8 }),
      caps,
      async (campaigns, limits) => {
        const everyone = await out.people(
          Array.from({ length: 12 }, () => {
            const own = nextPhone();
            return {
              identifiers: { phone: own, external_userid: `wm${own}` },
              grants: ['sms', 'wecom'] as const,
            };
          }),
        );
        await policy({ quiet: null, ...limits });
        const byDay = Map.groupBy(campaigns, ({ day }) => day);
        for (const [day, together] of [...byDay].sort(([a], [b]) => a - b)) {
          clock.set(new Date(Date.parse('2026-06-03T02:00:00Z') + day * 86_400_000));
          await Promise.all(
            together.map(async ({ channel, members }) => {
              const send = await out.aSend({ channel });
              await plan(
                send,
                members.map((index) => everyone[index] as number),
              );
            }),
          );
        }
        clock.set('2026-06-01T02:00:00Z');
        const { rows } = await sql<{
          person_id: number;
          channel: string;
          day: string;
          week: string;
          state: string;
          reason: string | null;
        }>`
        select person_id, channel, contact_day as day, date_trunc('week', contact_day)::date as week, state, reason
        from channel.delivery where person_id = any(${everyone}::bigint[])`.execute(
          out.app.platform.postgres.db(),
        );
        const planned = rows.filter(({ state }) => state === 'planned');
        const within = (limit: number | null, keyOf: (row: (typeof rows)[number]) => string) => {
          for (const group of Map.groupBy(planned, keyOf).values())
            assert.ok(limit === null || group.length <= limit);
        };
        within(limits.overall.perDay, (row) => `${row.person_id} ${row.day}`);
        within(limits.overall.perWeek, (row) => `${row.person_id} ${row.week}`);
        const sms = (row: (typeof rows)[number]) =>
          row.channel === 'sms' ? 'sms' : `other ${row.day} ${Math.random()}`;
        within(limits.channels.sms.perDay, (row) => `${row.person_id} ${row.day} ${sms(row)}`);
        within(limits.channels.sms.perWeek, (row) => `${row.person_id} ${row.week} ${sms(row)}`);
        const asked = campaigns.reduce((sum, { members }) => sum + members.length, 0);
        assert.equal(rows.length, asked);
        if (limits.overall.perDay > 0) assert.ok(planned.length > 0);
      },
    ),
    { numRuns: 12 },
  );
});

test('messages follow the person through a merge: what one identity got counts for the other', async () => {
  await policy({ ...noCaps, overall: { perDay: 1, perWeek: null } });
  const email = `m${nextPhone()}@b.cn`;
  const own = nextPhone();
  const [byPhone] = await out.people([{ identifiers: { phone: own }, grants: ['sms'] }]);
  const first = await out.aSend();
  await plan(first, [byPhone as number]);
  await out.say({ type: 'identify', identifiers: [{ kind: 'email', value: email }] });
  await out.say({
    type: 'identify',
    identifiers: [
      { kind: 'phone', value: own },
      { kind: 'email', value: email },
    ],
  });
  const { rows } = await sql<{ person_id: number }>`
    select distinct person_id from identity.identity where person_id >= ${byPhone}`.execute(
    out.app.platform.postgres.db(),
  );
  const second = await out.aSend();
  await plan(
    second,
    rows.map((row) => row.person_id),
  );
  assert.deepEqual(
    (await out.deliveries(second.sendId)).map(({ reason }) => reason),
    ['cap_day'],
  );
});
