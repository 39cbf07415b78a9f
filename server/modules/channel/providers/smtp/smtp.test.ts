import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import {
  listDeliveries,
  probeChannel,
  readChannel,
  changeChannel as route,
  settleDelivery,
} from '@siyu/contract/channel';
import { sql } from 'kysely';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { steppingClock } from '../../../../platform/clock/index.ts';
import { addressees, type Outgoing, outgoing } from '../../../../testing/outgoing.ts';
import { changeSendPolicy, planDeliveries, sendDue } from '../../index.ts';
import { recoverLeases } from '../../send-due.ts';
import { certificate, certificateKey } from './self-signed.testing.ts';

const clock = steppingClock('2026-06-01T02:00:00Z');
let out: Outgoing;
let templateId: number;
let made = 0;
const db = () => out.app.platform.postgres.db<unknown>();
const mails: string[] = [];

/** A real SMTP server; `say` answers RCPT TO by the address. */
async function smtpServer(options: SMTPServerOptions = {}) {
  const answers: Record<string, [number, string]> = {
    'gone@example.cn': [550, '5.1.1 user unknown'],
    'busy@example.cn': [451, '4.7.1 try again later'],
    'spam@example.cn': [554, '5.7.1 rejected as spam'],
  };
  const server = new SMTPServer({
    key: certificateKey,
    cert: certificate,
    authOptional: true,
    logger: false,
    onAuth: ({ username, password }, _, done) =>
      username === 'crm' && password === 'secret'
        ? done(null, { user: 'crm' })
        : done(new Error('bad credentials')),
    onRcptTo: ({ address }, _, done) => {
      const refusal = answers[address];
      done(refusal ? Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }) : null);
    },
    onData: (stream, _, done) => {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part;
      });
      stream.on('end', () => {
        mails.push(text);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { port, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const use = (port: number, security: string, secrets: Record<string, string> = {}, user = '') =>
  out.app.call(route, {
    params: { kind: 'email' },
    body: {
      provider: 'smtp',
      mode: 'live',
      ratePerSecond: 10_000,
      settings: {
        host: 'localhost',
        port,
        security,
        from: '思雨家居 <crm@example.com>',
        user,
        certificate,
      },
      secrets,
    },
  });
const sendTo = async (...emails: string[]) => {
  const people = await out.people(
    emails.map((email) => ({ identifiers: { email }, grants: ['email'] as const })),
  );
  const send = await out.aSend({ channel: 'email', templateId, validHours: 200 });
  await out.app.platform.postgres.transaction<unknown, void>(async (tx) => {
    await planDeliveries(tx, send, addressees(people), clock.now());
  });
  await sendDue(out.app.platform, 'email');
  return send;
};
const anEmail = () => `p${++made}@example.cn`;
const states = async (sendId: number) => (await out.deliveries(sendId)).map(({ state }) => state);

before(async () => {
  out = await outgoing(clock);
  const none = { perDay: null, perWeek: null };
  await changeSendPolicy(
    db(),
    { quiet: null, overall: none, channels: {} },
    { actor: 'test', at: clock.now() },
  );
  const body = '<p>您好</p><a href="https://a.cn/">看</a> <a href="{{ unsubscribe_url }}">退订</a>';
  templateId = (await out.aTemplate({ channel: 'email', subject: '特惠', body })).templateId;
});
after(() => out.close());

test('mail leaves over TLS with credentials, in both parts, with one-click unsubscribe', async () => {
  const server = await smtpServer({ secure: true, authOptional: false });
  const shown = await use(server.port, 'tls', { password: 'secret' }, 'crm');
  assert.deepEqual(shown.secretsSet, ['password']);
  assert.ok(!JSON.stringify(shown).includes('"secret"'));
  assert.equal((await out.app.call(probeChannel, { params: { kind: 'email' } })).answer, 'ok');
  mails.length = 0;
  const send = await sendTo(anEmail());
  assert.deepEqual(await states(send.sendId), ['sent']);
  const [mail = ''] = mails;
  assert.match(mail, /^List-Unsubscribe: <http:\/\/localhost:\d+\/u\/\w+>/m);
  assert.match(mail, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
  assert.match(mail, /text\/plain/);
  assert.match(mail, /text\/html/);
  assert.match(mail, /Message-ID: <[0-9a-f]{32}@example\.com>/i);
  await server.close();
});

test('STARTTLS is insisted on, and wrong credentials are said without sending anything', async () => {
  const plain = await smtpServer({ disabledCommands: ['STARTTLS'] });
  await use(plain.port, 'starttls');
  assert.equal((await out.app.ask(probeChannel, { params: { kind: 'email' } })).status, 502);
  await plain.close();
  const server = await smtpServer({ authOptional: false });
  await use(server.port, 'starttls', { password: 'wrong' }, 'crm');
  assert.equal((await out.app.ask(probeChannel, { params: { kind: 'email' } })).status, 502);
  const send = await sendTo(anEmail());
  assert.deepEqual(
    (await out.deliveries(send.sendId)).map(({ state, attempts }) => [state, attempts]),
    [['planned', 1]],
  );
  await sql`update channel.send set state = 'stopped'`.execute(db());
  await sendDue(out.app.platform, 'email');
  await server.close();
});

test('a dead mailbox fails and is suppressed, a refusal fails, a busy server is asked again later', async () => {
  const server = await smtpServer();
  await use(server.port, 'none');
  const send = await sendTo('gone@example.cn', 'spam@example.cn', 'busy@example.cn', anEmail());
  const rows = await out.deliveries(send.sendId);
  assert.deepEqual(
    rows.map(({ state }) => state),
    ['failed', 'failed', 'planned', 'sent'],
  );
  assert.match(rows[0]?.error ?? '', /5\.1\.1/);
  assert.deepEqual(
    rows.map(({ contact_day }) => contact_day !== null),
    [false, false, true, true],
  );
  const { rows: suppressed } = await sql<{
    reason: string;
  }>`select reason from channel.suppression`.execute(db());
  assert.deepEqual(suppressed, [{ reason: 'bounced' }]);
  for (let attempt = 2; attempt <= 6; attempt++) {
    clock.advance(3_600_000);
    await sendDue(out.app.platform, 'email');
  }
  assert.deepEqual(
    (await out.deliveries(send.sendId)).map(({ state, attempts }) => [state, attempts])[2],
    ['failed', 6],
  );
  await server.close();
});

test('nobody there: the message waits; broken off after the text: the outcome is unknown until a person decides', async () => {
  const server = await smtpServer();
  await use(server.port, 'none');
  await server.close();
  const waiting = await sendTo(anEmail());
  assert.deepEqual(await states(waiting.sendId), ['planned']);
  await sql`update channel.send set state = 'stopped'`.execute(db());
  await sendDue(out.app.platform, 'email');

  const hanging = await breaksOffAfterText();
  await use((hanging.address() as { port: number }).port, 'none');
  const send = await sendTo(anEmail());
  assert.deepEqual(await states(send.sendId), ['unknown']);
  await sendDue(out.app.platform, 'email');
  assert.deepEqual(await states(send.sendId), ['unknown']);
  hanging.close();
  const { items } = await out.app.call(listDeliveries, { query: { campaign: send.campaignRef } });
  const settled = await out.app.call(settleDelivery, {
    params: { delivery: items[0]?.id as string },
    body: { as: 'sent' },
  });
  assert.equal(settled.state, 'sent');
});

test('a worker that dies while the provider is being called leaves an unknown outcome, never a second copy', async () => {
  const server = await smtpServer();
  await use(server.port, 'none');
  const send = await sendTo(anEmail());
  mails.length = 0;
  await sql`
    update channel.delivery set state = 'sending', lease = 99, lease_until = ${new Date(clock.now().getTime() + 1_000)}, sent_at = null
    where send_id = ${send.sendId}`.execute(db());
  clock.advance(2_000);
  await recoverLeases(out.app.platform);
  await sendDue(out.app.platform, 'email');
  assert.deepEqual(await states(send.sendId), ['unknown']);
  assert.equal(mails.length, 0);
  await server.close();
});

test('in test mode only people on the white list get real mail', async () => {
  const server = await smtpServer();
  await use(server.port, 'none');
  await out.app.call(route, { params: { kind: 'email' }, body: { mode: 'test' } });
  const [tester, other] = [anEmail(), anEmail()];
  const [person] = await out.people([{ identifiers: { email: tester }, grants: ['email'] }]);
  await sql`
    insert into channel.tester (identity_id, added_at, added_by)
    select identity_id, ${clock.now()}, 'test' from identity.identity where person_id = ${person}`.execute(
    db(),
  );
  mails.length = 0;
  const send = await sendTo(tester, other);
  const rows = await out.deliveries(send.sendId);
  assert.deepEqual(rows.map(({ state, reason }) => [state, reason]).sort(), [
    ['sent', null],
    ['skipped', 'test_mode'],
  ]);
  assert.equal(mails.length, 1);
  await server.close();
});

test('settings are checked: an unknown one, a missing one, a wrong choice', async () => {
  const body = (settings: Record<string, string | number>) => ({ provider: 'smtp', settings });
  const ask = async (settings: Record<string, string | number>) =>
    (await out.app.ask(route, { params: { kind: 'email' }, body: body(settings) })).status;
  assert.equal(
    await ask({ host: 'a', port: 25, security: 'none', from: 'a@b.cn', nonsense: 'x' }),
    422,
  );
  assert.equal(await ask({ host: 'a', port: 25, security: 'none', from: '' }), 422);
  assert.equal(await ask({ host: 'a', port: 25, security: 'maybe', from: 'a@b.cn' }), 422);
  assert.equal(
    (await out.app.ask(route, { params: { kind: 'sms' }, body: { provider: 'smtp' } })).status,
    422,
  );
  assert.equal((await out.app.call(readChannel, { params: { kind: 'sms' } })).provider, 'sandbox');
});

/** A server that takes the text of a message and then hangs up without a word. */
async function breaksOffAfterText(): Promise<Server> {
  const server = createServer((socket) => {
    socket.write('220 test ESMTP\r\n');
    let hasText = false;
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      const text = part.toString();
      if (hasText) socket.destroy();
      else if (/^EHLO/i.test(text)) socket.write('250 test\r\n');
      else if (/^DATA/i.test(text)) {
        hasText = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
