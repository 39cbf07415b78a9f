import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HoldoutComparison } from '@siyu/contract/journey';
import { verdictOf } from './verdict.ts';

const arm = (people: number, rate: number) => ({
  people,
  converted: Math.round((people * rate) / 10_000),
  rate,
  rateLow: rate - 50,
  rateHigh: rate + 50,
  revenue: [],
});
const compared = (part: Partial<HoldoutComparison>): HoldoutComparison => ({
  treatment: arm(9_000, 1_230),
  control: arm(1_000, 980),
  difference: 250,
  differenceLow: 80,
  differenceHigh: 420,
  lift: 2_551,
  verdict: 'better',
  ...part,
});

test('a difference that holds is told in points, with its interval and the people it brought', () => {
  const { sentence, blanks } = verdictOf(compared({}));
  assert.equal(sentence, 'better');
  assert.deepEqual(
    [blanks.treatment, blanks.control, blanks.difference, blanks.low, blanks.high, blanks.people],
    ['12.3', '9.8', '2.5', '+0.8', '+4.2', 225],
  );
});

test('an interval that crosses zero cannot tell, and a handful of people is called too few', () => {
  const open = { differenceLow: -120, verdict: 'cannot_tell' as const };
  const told = verdictOf(compared(open));
  assert.equal(told.sentence, 'cannot_tell');
  assert.equal(told.blanks.low, '−1.2');
  assert.equal(verdictOf(compared({ ...open, control: arm(12, 980) })).sentence, 'too_small');
});
