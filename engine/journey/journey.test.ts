import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  compareArms,
  difference,
  dueAfter,
  eventValues,
  isHeldOut,
  nextRun,
  wilson,
} from './index.ts';

const zone = 'Asia/Shanghai';
const iso = (date: Date | null) => date?.toISOString() ?? null;
const at = (text: string) => new Date(text);
const round = (value: number) => Math.round(value * 10_000) / 10_000;

test('every Monday at ten is the next Monday at ten, not today after ten', () => {
  const rule = { every: 'week', weekdays: [1], time: '10:00' } as const;
  const weekly = { ...rule, weekdays: [1] };
  assert.equal(iso(nextRun(weekly, at('2026-11-22T04:00:00Z'), zone)), '2026-11-23T02:00:00.000Z');
  assert.equal(iso(nextRun(weekly, at('2026-11-23T01:59:59Z'), zone)), '2026-11-23T02:00:00.000Z');
  assert.equal(iso(nextRun(weekly, at('2026-11-23T02:00:00Z'), zone)), '2026-11-30T02:00:00.000Z');
});

test('the 31st falls on the last day of a shorter month, and the end of the rule is its last day', () => {
  const rule = { every: 'month', dayOfMonth: 31, time: '09:30', until: '2027-03-31' } as const;
  const runs: (string | null)[] = [];
  let after: Date | null = at('2027-01-01T00:00:00Z');
  while (after) {
    after = nextRun(rule, after, zone);
    runs.push(iso(after));
  }
  assert.deepEqual(runs, [
    '2027-01-31T01:30:00.000Z',
    '2027-02-28T01:30:00.000Z',
    '2027-03-31T01:30:00.000Z',
    null,
  ]);
});

test('a rule without days never runs', () => {
  assert.equal(nextRun({ every: 'week', time: '10:00' }, at('2026-01-01T00:00:00Z'), zone), null);
});

test('a wait of a year comes at the same time of day, also across a change of clocks', () => {
  const berlin = dueAfter({ kind: 'days', days: 120 }, at('2026-01-10T09:00:00Z'), 'Europe/Berlin');
  assert.equal(iso(berlin), '2026-05-10T08:00:00.000Z');
  assert.equal(
    iso(dueAfter({ kind: 'minutes', minutes: 90 }, at('2026-01-10T09:00:00Z'), zone)),
    '2026-01-10T10:30:00.000Z',
  );
});

test('until an hour: today when it lies ahead, else tomorrow', () => {
  const wait = { kind: 'hour', days: 0, at: '10:00' } as const;
  assert.equal(iso(dueAfter(wait, at('2026-06-01T01:00:00Z'), zone)), '2026-06-01T02:00:00.000Z');
  assert.equal(iso(dueAfter(wait, at('2026-06-01T03:00:00Z'), zone)), '2026-06-02T02:00:00.000Z');
  assert.equal(
    iso(dueAfter({ ...wait, days: 3 }, at('2026-06-01T03:00:00Z'), zone)),
    '2026-06-05T02:00:00.000Z',
  );
});

test('the holdout holds its share, is stable, and differs between campaigns', () => {
  const held = (campaign: number) =>
    Array.from({ length: 100_000 }, (_, person) => isHeldOut(campaign, person + 1, 1_000));
  const [one, other] = [held(1), held(2)];
  const count = (flags: boolean[]) => flags.filter(Boolean).length;
  // Five standard deviations of a binomial around 10,000.
  assert.ok(Math.abs(count(one) - 10_000) < 475, String(count(one)));
  assert.ok(Math.abs(count(other) - 10_000) < 475);
  assert.ok(
    Math.abs(count(one.map((flag, index) => flag && (other[index] as boolean))) - 1_000) < 158,
  );
  assert.deepEqual(held(1), one);
  assert.equal(isHeldOut(1, 1, 0), false);
});

test('Wilson’s interval gives Newcombe’s published limits', () => {
  // Newcombe 1998a, table I, method 3: 81/263, 15/148, 0/20, 1/29.
  const limits = ([hits, total]: [number, number]) => {
    const { low, high } = wilson(hits, total);
    return [round(low), round(high)];
  };
  assert.deepEqual(limits([81, 263]), [0.2553, 0.3662]);
  assert.deepEqual(limits([15, 148]), [0.0624, 0.1605]);
  assert.deepEqual(limits([0, 20]), [0, 0.1611]);
  assert.deepEqual(limits([1, 29]), [0.0061, 0.1718]);
});

test('the difference of two proportions gives Newcombe’s published limits', () => {
  // Newcombe 1998b, table II, method 10: 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/20, 5/56 − 0/29.
  const limits = (a: [number, number], b: [number, number]) => {
    const { low, high } = difference({ hits: a[0], total: a[1] }, { hits: b[0], total: b[1] });
    return [round(low), round(high)];
  };
  assert.deepEqual(limits([56, 70], [48, 80]), [0.0524, 0.3339]);
  assert.deepEqual(limits([9, 10], [3, 10]), [0.1705, 0.809]);
  assert.deepEqual(limits([10, 10], [0, 20]), [0.6791, 1]);
  assert.deepEqual(limits([5, 56], [0, 29]), [-0.0381, 0.1926]);
});

test('an interval holds its estimate and stays within what is possible', () => {
  const arm = fc
    .tuple(fc.nat(500), fc.nat(500))
    .map(([a, b]) => ({ hits: Math.min(a, b), total: Math.max(a, b) }));
  fc.assert(
    fc.property(arm, arm, (a, b) => {
      const { value, low, high } = difference(a, b);
      assert.ok(
        low <= value + 1e-12 && value <= high + 1e-12 && low >= -1 - 1e-9 && high <= 1 + 1e-9,
      );
    }),
  );
});

test('a verdict needs an interval beside zero and enough people', () => {
  const clear = compareArms({ people: 9_000, converted: 540 }, { people: 1_000, converted: 40 });
  assert.equal(clear.verdict, 'better');
  assert.equal(clear.difference, 200);
  assert.equal(clear.lift, 5_000);
  assert.equal(
    compareArms({ people: 9_000, converted: 540 }, { people: 1_000, converted: 58 }).verdict,
    'cannot_tell',
  );
  assert.equal(
    compareArms({ people: 20, converted: 20 }, { people: 20, converted: 0 }).verdict,
    'cannot_tell',
  );
  assert.equal(
    compareArms({ people: 100, converted: 1 }, { people: 100, converted: 0 }).lift,
    null,
  );
});

test('an event’s values read as people write them, and what it lacks is absent', () => {
  assert.deepEqual(
    eventValues(
      {
        time: at('2026-05-01T17:00:00Z'),
        revenue: 499_900,
        currency: 'CNY',
        order_id: 'SO-1',
        product: 'AC-1',
        category: '',
        storeName: '',
        text: { product_name: '变频空调' },
      },
      zone,
    ),
    {
      'event.product': '变频空调',
      'event.order_id': 'SO-1',
      'event.amount': '4,999.00',
      'event.date': '2026-05-02',
    },
  );
});
