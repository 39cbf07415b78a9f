import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSendPolicy, type SendPolicy } from '@siyu/contract/channel';
import fc from 'fast-check';
import {
  capReached,
  claimDecision,
  decodeToken,
  encodeToken,
  type PlanFacts,
  planDecision,
  retrySeconds,
  sendWindow,
  shardsOf,
} from './index.ts';

const quiet = { from: '21:00', until: '09:00' };
const shanghai = { zone: 'Asia/Shanghai', orgZone: 'Asia/Shanghai', quiet };
const at = (iso: string) => new Date(iso);

test('a message in the evening waits until the morning of the next day, and counts there', () => {
  const window = sendWindow(at('2026-11-22T14:30:00Z'), shanghai);
  assert.equal(window.dueAt.toISOString(), '2026-11-23T01:00:00.000Z');
  assert.equal(window.day, '2026-11-23');
  assert.deepEqual([window.weekFrom, window.weekUntil], ['2026-11-23', '2026-11-29']);
});

test('after midnight it waits until the same morning, by day it leaves at once', () => {
  const night = sendWindow(at('2026-11-22T18:00:00Z'), shanghai);
  assert.equal(night.dueAt.toISOString(), '2026-11-23T01:00:00.000Z');
  const noon = at('2026-11-22T04:00:00Z');
  assert.equal(sendWindow(noon, shanghai).dueAt, noon);
  assert.equal(
    sendWindow(at('2026-11-22T01:00:00Z'), shanghai).dueAt.toISOString(),
    '2026-11-22T01:00:00.000Z',
  );
});

test('quiet hours are those of the person, the day is the organisation’s', () => {
  const window = sendWindow(at('2026-11-22T01:30:00Z'), { ...shanghai, zone: 'Europe/Berlin' });
  assert.equal(window.dueAt.toISOString(), '2026-11-22T08:00:00.000Z');
  assert.equal(window.day, '2026-11-22');
});

test('a window never opens in quiet hours and never earlier than asked', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'UTC',
  );
  fc.assert(
    fc.property(
      fc.date({
        min: at('2026-01-01T00:00:00Z'),
        max: at('2027-12-31T00:00:00Z'),
        noInvalidDate: true,
      }),
      zones,
      (moment, zone) => {
        const { dueAt } = sendWindow(moment, { zone, orgZone: 'Asia/Shanghai', quiet });
        assert.ok(dueAt >= moment);
        assert.equal(
          sendWindow(dueAt, { zone, orgZone: 'UTC', quiet }).dueAt.getTime(),
          dueAt.getTime(),
        );
      },
    ),
  );
});

const facts: PlanFacts = {
  exists: true,
  hasAddress: true,
  suppressed: false,
  consent: 'granted',
  mayReceive: true,
  preset: null,
  isDuplicate: false,
  contacts: [],
  isHeldOut: false,
};
const noon = at('2026-11-25T04:00:00Z');
const window = sendWindow(noon, shanghai);
const terms = {
  channel: 'sms',
  category: 'marketing',
  validUntil: at('2026-11-26T04:00:00Z'),
} as const;
const plan = (change: Partial<PlanFacts>, category: 'marketing' | 'service' = 'marketing') =>
  planDecision({ ...facts, ...change }, { ...terms, category }, defaultSendPolicy, window);
const today = { channel: 'email', day: '2026-11-25' };

test('each reason keeps a message from being planned, the graver one first', () => {
  assert.equal(plan({}), 'planned');
  assert.equal(plan({ exists: false, hasAddress: false }), 'person_gone');
  assert.equal(plan({ preset: 'recheck_failed' }), 'recheck_failed');
  assert.equal(plan({ hasAddress: false, consent: 'none' }), 'missing_address');
  assert.equal(plan({ suppressed: true, consent: 'withdrawn' }), 'suppressed');
  assert.equal(plan({ consent: 'none' }), 'no_consent');
  assert.equal(plan({ consent: 'withdrawn' }), 'consent_withdrawn');
  assert.equal(plan({ mayReceive: false }), 'test_mode');
  assert.equal(plan({ isDuplicate: true }), 'duplicate_address');
  assert.equal(plan({ contacts: [today], isHeldOut: true }), 'cap_day');
  assert.equal(plan({ isHeldOut: true }), 'holdout');
});

test('service messages need no grant, count in no cap, but respect a withdrawal', () => {
  assert.equal(plan({ consent: 'none', contacts: [today, today] }, 'service'), 'planned');
  assert.equal(plan({ consent: 'withdrawn' }, 'service'), 'consent_withdrawn');
});

test('a message that quiet hours would push past its validity is not planned', () => {
  const night = sendWindow(at('2026-11-25T14:00:00Z'), shanghai);
  const soon = { ...terms, validUntil: at('2026-11-25T20:00:00Z') };
  assert.equal(planDecision(facts, soon, defaultSendPolicy, night), 'quiet_hours');
});

test('caps count per channel and over all, by day and by week from Monday', () => {
  const policy: SendPolicy = {
    quiet: null,
    overall: { perDay: 2, perWeek: 4 },
    channels: { sms: { perDay: 1, perWeek: 2 } },
  };
  const of = (...days: [string, string][]) =>
    capReached(
      policy,
      'sms',
      window,
      days.map(([channel, day]) => ({ channel, day })),
    );
  assert.equal(of(['sms', '2026-11-25']), 'cap_channel_day');
  assert.equal(of(['sms', '2026-11-23'], ['sms', '2026-11-24']), 'cap_channel_week');
  assert.equal(of(['email', '2026-11-25'], ['wecom', '2026-11-25']), 'cap_day');
  const three = ['23', '24', '26'].map((day): [string, string] => ['email', `2026-11-${day}`]);
  assert.equal(of(...three, ['wecom', '2026-11-29']), 'cap_week');
  assert.equal(of(...three, ['wecom', '2026-11-22'], ['wecom', '2026-11-30']), null);
});

test('the second gate sends only what still may be sent, on the day it was planned for', () => {
  const now = at('2026-11-25T04:00:00Z');
  const claim = (change: object, isStopped = false, moment = now) =>
    claimDecision(
      { ...facts, plannedDay: '2026-11-25', ...change },
      { ...terms, isStopped },
      moment,
      sendWindow(moment, shanghai),
    );
  assert.deepEqual(claim({}), { act: 'send' });
  assert.deepEqual(claim({}, true), { act: 'skip', reason: 'stopped' });
  assert.deepEqual(claim({ consent: 'withdrawn' }), { act: 'skip', reason: 'consent_withdrawn' });
  assert.deepEqual(claim({}, false, at('2026-11-26T05:00:00Z')), {
    act: 'skip',
    reason: 'expired',
  });
  assert.equal(claim({ plannedDay: '2026-11-24' }).act, 'move');
  const evening = claim({}, false, at('2026-11-25T14:00:00Z'));
  assert.equal(evening.act === 'move' && evening.window.day, '2026-11-26');
});

test('attempts come at growing distances with jitter, at most an hour apart', () => {
  assert.deepEqual(
    [1, 2, 3].map((n) => [retrySeconds(n, 0), retrySeconds(n, 0.999999)]),
    [
      [15, 30],
      [30, 60],
      [60, 120],
    ],
  );
  assert.equal(retrySeconds(20, 0.5), 2_700);
});

test('a token says what it was made of, and nothing else is a token', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 47 }),
      fc.integer({ min: 0, max: 63 }),
      fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
      (deliveryId, link, secret) => {
        assert.deepEqual(decodeToken(encodeToken({ deliveryId, link, secret })), {
          deliveryId,
          link,
          secret,
        });
      },
    ),
  );
  for (const bad of ['', 'abc', '../../etc/pass', 'zzzzzzzzzzz1', 'a'.repeat(40)])
    assert.equal(decodeToken(bad), undefined);
});

test('neighbours share a lock, and locks come in ascending order', () => {
  assert.deepEqual(shardsOf([5_000, 1, 2, 4_095, 4_096 * 256 + 7]), [0, 1]);
});
