import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  followLink,
  listDeliveries,
  listInbox,
  listSuppressions,
  openPixel,
  reactToInboxMessage,
  readInboxMessage,
  readStop,
  removeSuppression,
  resumeOutgoing,
  showUnsubscribe,
  stopOutgoing,
  unsubscribe,
} from '@siyu/contract/channel';
import { sql } from 'kysely';
import { steppingClock } from '../../platform/clock/index.ts';
import { stranger } from '../../testing/app.ts';
import { addressees, type Outgoing, outgoing } from '../../testing/outgoing.ts';
import { consentFor } from '../privacy/index.ts';
import { changeSendPolicy, planDeliveries, publishReactions, sendDue } from './index.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
let out: Outgoing;
let templateId: number;
let made = 0;
const db = () => out.app.platform.postgres.db<unknown>();

/** Sends an email to somebody new and gives the message as it lies in the inbox. */
const received = async () => {
  const [person] = await out.people([
    {
      identifiers: { email: `p${++made}@example.cn` },
      traits: { name: '王小雨' },
      grants: ['email'],
    },
  ]);
  const send = await out.aSend({ channel: 'email', templateId });
  await out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await planDeliveries(tx, send, addressees([person as number]), clock.now());
  });
  await sendDue(out.app.platform, 'email');
  await out.pipeline.idle();
  const { items } = await out.app.call(listInbox, { query: { campaign: send.campaignRef } });
  const message = await out.app.call(readInboxMessage, {
    params: { delivery: items[0]?.id as string },
  });
  return { person: person as number, send, message };
};
const tokenIn = (body: string, path: 't' | 'o' | 'u') =>
  new RegExp(`http://localhost:\\d+/${path}/([0-9A-Za-z]+)`).exec(body)?.[1] as string;
const eventsOf = async (campaignId: number) => {
  await out.pipeline.idle();
  const rows = await out.app.platform.clickhouse.query<{ name: string; link: string }>({
    name: 'test.events',
    sql: `SELECT name, text['link'] AS link FROM collect_event WHERE campaign = ${campaignId} ORDER BY name, link`,
  });
  return rows.map(({ name, link }) => (link ? `${name} ${link}` : name));
};

before(async () => {
  out = await outgoing(clock);
  const none = { perDay: null, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet: null, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
  const body = `<p>{{ person.name | default: '朋友' }}</p><a href="https://a.cn/?x=1&amp;y=2">看</a>
    <a href="https://b.cn/">店</a> <a href="{{ unsubscribe_url }}">退订</a>`;
  templateId = (await out.aTemplate({ channel: 'email', subject: '特惠', body })).templateId;
});
after(() => out.close());

test('a click leads to the stored address only and is counted once per link, as an event of its campaign', async () => {
  const { message, send } = await received();
  assert.match(message.body, /王小雨/);
  assert.deepEqual(
    message.links.map(({ url }) => url),
    ['https://a.cn/?x=1&y=2', 'https://b.cn/'],
  );
  const [first, second] = [...message.body.matchAll(/\/t\/([0-9A-Za-z]+)/g)].map(
    (found) => found[1] as string,
  );
  for (const token of [first, first, second]) {
    const { status, raw } = await out.app.ask(
      followLink,
      { params: { token: token as string } },
      stranger,
    );
    assert.equal(status, 302);
    assert.match(String(raw.headers.location), /^https:\/\/[ab]\.cn\//);
  }
  assert.deepEqual(await eventsOf(send.campaignId), [
    'message_clicked https://a.cn/?x=1&y=2',
    'message_clicked https://b.cn/',
    'message_opened',
    'message_sent',
  ]);
  const wrong = `${(first as string).slice(0, -1)}0`;
  const { status } = await out.app.ask(followLink, { params: { token: wrong } }, stranger);
  assert.equal(status, 404);
});

test('the pixel notes the first opening and answers a picture whatever it is asked', async () => {
  const { message, send } = await received();
  const token = `${tokenIn(message.body, 'o')}.gif`;
  for (const asked of [token, token, 'nonsense.gif']) {
    const { status, raw } = await out.app.ask(openPixel, { params: { token: asked } }, stranger);
    assert.deepEqual([status, raw.headers['content-type']], [200, 'image/gif']);
  }
  assert.deepEqual(await eventsOf(send.campaignId), ['message_opened', 'message_sent']);
});

test('looking at the way out changes nothing; one click withdraws consent and suppresses the address', async () => {
  const { person, message } = await received();
  const token = tokenIn(message.body, 'u');
  const page = await out.app.ask(showUnsubscribe, { params: { token } }, stranger);
  assert.equal(page.status, 200);
  assert.match(String(page.body), /确认退订 · Unsubscribe/);
  const question = { purpose: 'marketing', channel: 'email', orgId: out.rootId };
  assert.equal((await consentFor(db(), [person], question)).get(person), 'granted');
  const oneClick = { 'content-type': 'application/x-www-form-urlencoded' };
  const left = await out.app.ask(
    unsubscribe,
    { params: { token }, headers: oneClick, body: 'List-Unsubscribe=One-Click' as never },
    stranger,
  );
  assert.equal(left.status, 200);
  assert.match(String(left.body), /已退订/);
  await out.pipeline.idle();
  assert.equal((await consentFor(db(), [person], question)).get(person), 'withdrawn');
  const { items } = await out.app.call(listSuppressions, { query: { channel: 'email' } });
  assert.deepEqual(
    items.map(({ reason, person: of }) => [reason, of?.name]),
    [['unsubscribed', '王**']],
  );
  const again = await out.aSend({ channel: 'email', templateId });
  await out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await planDeliveries(tx, again, addressees([person]), clock.now());
  });
  assert.deepEqual(
    (await out.deliveries(again.sendId)).map(({ reason }) => reason),
    ['suppressed'],
  );
  await out.app.call(removeSuppression, { params: { suppression: items[0]?.id as string } });
  assert.equal((await out.app.call(listSuppressions, {})).items.length, 0);
});

test('staff can act in the place of a recipient; who may not see personal data reads no text', async () => {
  const { message, send } = await received();
  const params = { delivery: message.id };
  const reacted = await out.app.call(reactToInboxMessage, {
    params,
    body: { reaction: 'clicked', link: 2 },
  });
  assert.equal(reacted.links[0]?.clickedAt, null);
  assert.ok(reacted.links[1]?.clickedAt && reacted.openedAt && reacted.clickedAt);
  assert.ok((await eventsOf(send.campaignId)).includes('message_clicked https://b.cn/'));
  const analyst = await out.app.login('analyst');
  const seen = await out.app.call(readInboxMessage, { params }, analyst);
  assert.deepEqual([seen.hidden, seen.body, seen.subject], [true, '', '']);
  const missing = await out.app.ask(reactToInboxMessage, {
    params,
    body: { reaction: 'clicked', link: 9 },
  });
  assert.equal(missing.status, 404);
});

test('a reaction that a crash left unpublished comes back once', async () => {
  const { message, send } = await received();
  const number = Number.parseInt(message.id.slice(4), 36);
  const again = sql`insert into channel.reaction (delivery_id, kind, at) values (${number}, 'sent', ${clock.now()})`;
  await again.execute(db());
  assert.equal(await publishReactions(out.app.platform), 1);
  assert.deepEqual(await eventsOf(send.campaignId), ['message_sent']);
});

test('deliveries are listed by person, campaign and state, only to who may see the person', async () => {
  const { person, send } = await received();
  const { items } = await out.app.call(listDeliveries, {
    query: { campaign: send.campaignRef, state: 'sent' },
  });
  assert.deepEqual(
    items.map((one) => [one.person?.name, one.campaign?.name, one.provider]),
    [['王**', send.title, 'sandbox']],
  );
  const own = await out.app.call(listDeliveries, {
    query: { person: items[0]?.person?.id as string },
  });
  assert.equal(own.items.length, 1);
  assert.ok(person > 0);
  const { code } = await out.app.aStore();
  const elsewhere = await out.app.login('operator', code);
  assert.equal((await out.app.call(listDeliveries, {}, elsewhere)).items.length, 0);
  const hidden = await out.app.ask(
    readInboxMessage,
    { params: { delivery: items[0]?.id as string } },
    elsewhere,
  );
  assert.equal(hidden.status, 404);
});

test('the red button shows what waits, and pressing it twice is pressing it once', async () => {
  await out.app.call(stopOutgoing, { body: { reason: '误发' } });
  const { stopped, reason } = await out.app.call(stopOutgoing, { body: { reason: '再按' } });
  assert.deepEqual([stopped, reason], [true, '误发']);
  const lifted = await out.app.call(resumeOutgoing, { body: {} });
  assert.equal(lifted.stopped, false);
  assert.equal((await out.app.call(readStop, {})).inFlight, 0);
});
