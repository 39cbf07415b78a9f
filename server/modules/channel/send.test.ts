import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { steppingClock } from '../../platform/clock/index.ts';
import { addressees, type Outgoing, outgoing } from '../../testing/outgoing.ts';
import { erasePerson } from '../privacy/index.ts';
import { changeSendPolicy, changeSendState, planDeliveries, sendDue } from './index.ts';
import { openInbox } from './read-inbox.ts';
import { recoverLeases } from './send-due.ts';
import { resume, stop } from './stop-button.ts';
import { claimDeliveries, nextLease } from './store/claimed-deliveries.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
const quiet = { from: '21:00', until: '09:00' };
let out: Outgoing;
let phone = 13_700_000_000;
const db = () => out.app.platform.postgres.db<unknown>();
type SendOf = Awaited<ReturnType<Outgoing['aSend']>>;

const plan = (send: SendOf, personIds: readonly number[]) =>
  out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await planDeliveries(tx, send, addressees(personIds), clock.now());
  });
const people = (count: number) =>
  out.people(
    Array.from({ length: count }, () => ({
      identifiers: { phone: String(++phone) },
      traits: { name: `王${phone % 100}` },
      grants: ['sms'] as const,
    })),
  );
const states = async (send: SendOf) =>
  (await out.deliveries(send.sendId)).map(({ state, reason }) =>
    reason ? `${state} ${reason}` : state,
  );
const events = async (name: string) => {
  await out.pipeline.idle();
  const [row] = await out.app.platform.clickhouse.query<{ n: number; campaigns: number }>({
    name: 'test.events',
    sql: `SELECT count() AS n, uniqExact(campaign) AS campaigns FROM collect_event WHERE name = '${name}' AND campaign > 0`,
  });
  return row?.n ?? 0;
};
const inbox = async (send: SendOf) => {
  const { rows } = await sql<{ deliveryId: number; keyId: number; body: Buffer; receivedAt: Date }>`
    select delivery_id as "deliveryId", key_id as "keyId", body, received_at as "receivedAt"
    from channel.inbox where send_id = ${send.sendId} order by delivery_id`.execute(db());
  return openInbox(out.app.platform, rows);
};

before(async () => {
  out = await outgoing(clock);
  const none = { perDay: null, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
});
after(() => out.close());

test('a planned message reaches the sandbox rendered for its person, once, and comes back as events of its campaign', async () => {
  const { templateId } = await out.aTemplate({
    channel: 'sms',
    body: "{{ person.name | default: '朋友' }}：看 https://a.cn/x 退订 {{ unsubscribe_url }}",
  });
  const send = await out.aSend({ templateId });
  const [person] = await people(1);
  await plan(send, [person as number]);
  assert.equal(await sendDue(out.app.platform, 'sms'), null);
  assert.deepEqual(await states(send), ['delivered']);
  await sendDue(out.app.platform, 'sms');
  const [message, ...others] = await inbox(send);
  assert.equal(others.length, 0);
  assert.match(
    message?.body ?? '',
    /^王\d+：看 http:\/\/localhost:\d+\/t\/[0-9A-Za-z]{12,18} 退订 http:\/\/localhost:\d+\/u\/[0-9A-Za-z]+$/,
  );
  assert.equal(message?.to, `+86${phone}`);
  assert.equal(await events('message_sent'), 1);
  assert.equal(await events('message_delivered'), 1);
});

test('who withdrew, was suppressed or erased after the plan gets nothing, and the row says why', async () => {
  const send = await out.aSend();
  const ids = await people(4);
  await plan(send, ids);
  const at = clock.now().toISOString();
  const own = (back: number) => [{ kind: 'phone' as const, value: String(phone - back) }];
  await out.say({
    type: 'identify',
    identifiers: own(3),
    consents: [{ purpose: 'marketing', channel: 'sms', state: 'withdrawn', at, evidence: {} }],
  });
  await sql`
    insert into channel.suppression (channel, address_hash, reason, at)
    select 'sms', hash, 'complained', ${clock.now()} from identity.identity where person_id = ${ids[1]}`.execute(
    db(),
  );
  await sql`insert into privacy.erasure (public_id, person_id, requested_by, reason, requested_at) values ('era_1', ${ids[2]}, 'x', 'x', ${clock.now()})`.execute(
    db(),
  );
  await out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await erasePerson(tx, out.app.platform, {
      erasureId: 1,
      personId: ids[2] as number,
      blockId: 1,
      at: clock.now(),
    });
  });
  await sendDue(out.app.platform, 'sms');
  const rows = await out.deliveries(send.sendId);
  const byPerson = new Map(
    rows.map((row) => [row.person_id, `${row.state} ${row.reason ?? ''}`.trim()]),
  );
  assert.equal(byPerson.get(ids[0] as number), 'skipped consent_withdrawn');
  assert.equal(byPerson.get(ids[1] as number), 'skipped suppressed');
  assert.equal(byPerson.get(ids[2] as number), undefined);
  assert.equal(byPerson.get(ids[3] as number), 'delivered');
  assert.deepEqual(
    rows.filter(({ person_id }) => person_id < 0).map(({ state, reason }) => [state, reason]),
    [['skipped', 'person_gone']],
  );
});

test('a message that comes up late moves out of the quiet hours and is asked again under the caps of its new day', async () => {
  const send = await out.aSend({ validHours: 48 });
  const [one, two] = await people(2);
  await plan(send, [one, two] as number[]);
  clock.set('2026-06-01T15:00:00Z');
  const next = await sendDue(out.app.platform, 'sms');
  assert.equal(next?.toISOString(), '2026-06-02T01:00:00.000Z');
  assert.deepEqual(
    (await out.deliveries(send.sendId)).map(({ contact_day }) => contact_day),
    ['2026-06-02', '2026-06-02'],
  );
  const daily = { perDay: 1, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet, overall: daily, channels: {} },
    { actor: 'test', at: clock.now() },
  );
  const rival = await out.aSend({ validHours: 48 });
  clock.set('2026-06-03T02:00:00Z');
  await plan(rival, [one as number]);
  assert.deepEqual(await states(rival), ['planned']);
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(rival), ['delivered']);
  assert.deepEqual(await states(send), ['skipped cap_day', 'delivered']);
  const none = { perDay: null, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
});

test('what could not leave while it was worth something is not sent', async () => {
  const send = await out.aSend({ validHours: 2 });
  await plan(send, await people(1));
  clock.advance(3 * 3_600_000);
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(send), ['skipped expired']);
});

test('the red button stops everything outgoing until it is lifted', async () => {
  const send = await out.aSend();
  await plan(send, await people(2));
  await stop(db(), { channel: null, at: clock.now(), by: 'usr_1', reason: '误发' });
  assert.equal(await sendDue(out.app.platform, 'sms'), null);
  assert.deepEqual(await states(send), ['planned', 'planned']);
  await resume(db(), { channel: null, at: clock.now(), by: 'usr_1' });
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(send), ['delivered', 'delivered']);
});

test('paused messages wait, those of a stopped send are skipped for good', async () => {
  const send = await out.aSend();
  await plan(send, await people(2));
  await changeSendState(db(), [send.sendId], 'paused');
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(send), ['planned', 'planned']);
  await changeSendState(db(), [send.sendId], 'stopped');
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(send), ['skipped stopped', 'skipped stopped']);
  await changeSendState(db(), [send.sendId], 'open');
  await sendDue(out.app.platform, 'sms');
  assert.equal((await inbox(send)).length, 0);
});

test('a worker that dies with claims in its hands loses and doubles nothing', async () => {
  const send = await out.aSend();
  await plan(send, await people(3));
  const lease = await nextLease(db());
  const until = new Date(clock.now().getTime() + 300_000);
  assert.equal(
    (await claimDeliveries(db(), send.sendId, { lease, now: clock.now(), until }, 2)).length,
    2,
  );
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual((await states(send)).sort(), ['claimed', 'claimed', 'delivered']);
  clock.advance(301_000);
  await recoverLeases(out.app.platform);
  await sendDue(out.app.platform, 'sms');
  assert.deepEqual(await states(send), ['delivered', 'delivered', 'delivered']);
  assert.equal((await inbox(send)).length, 3);
});

test('workers that send side by side share the work and double nothing', async () => {
  const send = await out.aSend();
  await plan(send, await people(1_200));
  const before = await events('message_sent');
  await Promise.all([1, 2, 3].map(() => sendDue(out.app.platform, 'sms')));
  assert.equal((await inbox(send)).length, 1_200);
  assert.equal((await events('message_sent')) - before, 1_200);
});
