import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnyWindow } from '@siyu/contract/segment';
import { anniversaryDays } from './anniversary.ts';
import { spanOf } from './span.ts';

const at = (asOf: string, zone: string) => ({ asOf: Date.parse(asOf), zone });
const shown = (window: AnyWindow, asOf: string, zone: string) => {
  const { from, before } = spanOf(window, at(asOf, zone));
  return [from, before].map((ms) => (Number.isFinite(ms) ? new Date(ms).toISOString() : null));
};

test('the last seven days are seven calendar days of the zone, today among them', () => {
  assert.deepEqual(shown({ kind: 'last', days: 7 }, '2026-11-22T15:59:59Z', 'Asia/Shanghai'), [
    '2026-11-15T16:00:00.000Z',
    '2026-11-22T16:00:00.000Z',
  ]);
});

test('a day on which clocks change has 23 or 25 hours', () => {
  assert.deepEqual(shown({ kind: 'this', unit: 'day' }, '2026-03-29T12:00:00Z', 'Europe/London'), [
    '2026-03-29T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
  ]);
  assert.deepEqual(shown({ kind: 'this', unit: 'day' }, '2026-10-25T12:00:00Z', 'Europe/London'), [
    '2026-10-24T23:00:00.000Z',
    '2026-10-26T00:00:00.000Z',
  ]);
});

test('the previous week is the whole one from Monday', () => {
  assert.deepEqual(shown({ kind: 'previous', unit: 'week' }, '2026-11-22T00:00:00Z', 'UTC'), [
    '2026-11-09T00:00:00.000Z',
    '2026-11-16T00:00:00.000Z',
  ]);
});

test('"ninety days ago or earlier" has no beginning', () => {
  assert.deepEqual(shown({ kind: 'ago', least: 90 }, '2026-11-22T10:00:00Z', 'UTC'), [
    null,
    '2026-08-25T00:00:00.000Z',
  ]);
});

test('who is born on 29 February is met on the 28th in short years and on the 29th in leap years', () => {
  assert.deepEqual(anniversaryDays(0, 1, at('2026-02-27T04:00:00Z', 'Asia/Shanghai')), [
    '02-27',
    '02-28',
    '02-29',
  ]);
  assert.deepEqual(anniversaryDays(0, 0, at('2028-02-28T04:00:00Z', 'Asia/Shanghai')), ['02-28']);
});

test('an unknown zone is refused', () => {
  assert.throws(
    () => spanOf({ kind: 'ever' }, at('2026-01-01T00:00:00Z', 'Mars/Base')),
    RangeError,
  );
});
