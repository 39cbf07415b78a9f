import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hourly } from './hourly.ts';

test('minutes are summed by the hour and silent hours are drawn as nothing', () => {
  const minutes = [
    { minute: '2026-11-22T10:05:00Z', accepted: 3 },
    { minute: '2026-11-22T10:59:00Z', accepted: 4 },
    { minute: '2026-11-22T12:00:00Z', accepted: 5 },
  ];
  assert.deepEqual(hourly(minutes), [7, 0, 5]);
  assert.deepEqual(hourly([]), []);
});
