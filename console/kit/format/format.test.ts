import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatBytes,
  formatCount,
  formatMoney,
  formatMoneyShort,
  formatRatio,
  formatRelative,
  formatShare,
} from './index.ts';

const now = new Date('2026-11-22T12:00:00Z');

test('counts below ten thousand are written out', () => {
  assert.equal(formatCount(9_876, 'zh-CN'), '9,876');
  assert.equal(formatCount(0, 'zh-CN'), '0');
});

test('Chinese counts are read in 万 and 亿', () => {
  assert.equal(formatCount(12_345, 'zh-CN'), '1.23万');
  assert.equal(formatCount(1_234_567, 'zh-CN'), '123万');
  assert.equal(formatCount(123_456_789, 'zh-CN'), '1.23亿');
});

test('English counts are read in K and M', () => {
  assert.equal(formatCount(12_345, 'en-US'), '12.3K');
  assert.equal(formatCount(1_234_567, 'en-US'), '1.23M');
});

test('money comes from minor units with the decimals of its currency', () => {
  assert.equal(formatMoney(129_900, 'CNY', 'zh-CN'), '¥1,299.00');
  assert.equal(formatMoney(-89_681_249, 'GBP', 'en-US'), '-£896,812.49');
  assert.equal(formatMoney(1_299, 'JPY', 'en-US'), '¥1,299');
});

test('large sums are shortened on boards', () => {
  assert.equal(formatMoneyShort(974_774_793, 'GBP', 'en-US'), '£9.75M');
  assert.equal(formatMoneyShort(123_456_700, 'CNY', 'zh-CN'), '¥123万');
  assert.equal(formatMoneyShort(99_900, 'CNY', 'zh-CN'), '¥999.00');
});

test('shares keep one decimal, small ones two', () => {
  assert.equal(formatShare(1234, 'zh-CN'), '12.3%');
  assert.equal(formatRatio(0.0123, 'en-US'), '1.23%');
  assert.equal(formatRatio(null, 'en-US'), '—');
});

test('near times are relative, far ones are dates in the zone of the organisation', () => {
  assert.equal(formatRelative(new Date('2026-11-22T11:57:00Z'), now, 'zh-CN'), '3分钟前');
  assert.equal(formatRelative(new Date('2026-11-21T11:00:00Z'), now, 'en-US'), 'yesterday');
  const late = new Date('2026-01-01T17:00:00Z');
  assert.equal(formatRelative(late, now, 'zh-CN', 'Asia/Shanghai'), '2026/01/02');
});

test('file sizes use the largest unit that fits', () => {
  assert.equal(formatBytes(1_536_000, 'en-US'), '1.5 MB');
  assert.equal(formatBytes(0, 'en-US'), '0 byte');
});
