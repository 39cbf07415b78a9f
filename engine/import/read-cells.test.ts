import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decimalText } from './read-number.ts';
import { createTimeReader } from './read-time.ts';

describe('a number in a cell', () => {
  it('is read as people write it', () => {
    const cases = [
      ['12.50', '12.50'],
      ['￥1,234.50', '1234.50'],
      ['-¥12', '-12'],
      ['(12.00)', '-12.00'],
      ['１２．５元', '12.5'],
      ['.5', '0.5'],
      ['+3', '3'],
      ['0.001', '0.001'],
    ] as const;
    for (const [cell, expected] of cases) assert.equal(decimalText(cell), expected, cell);
  });

  it('is refused where it could mean two things or is no number', () => {
    for (const cell of ['12,5', '1.234.5', '1E+10', 'abc', '', '--1', '1,23'])
      assert.equal(decimalText(cell), null, cell);
  });
});

describe('a time in a cell', () => {
  const read = (zone: string, text: string, order?: 'mdy' | 'dmy') => {
    const at = createTimeReader(zone, order)(text);
    return at === null ? null : new Date(at).toISOString();
  };

  it('without an offset is a wall time of the zone, in summer and winter', () => {
    assert.equal(read('Europe/London', '2010-12-01 08:26:00'), '2010-12-01T08:26:00.000Z');
    assert.equal(read('Europe/London', '2011-07-01 08:26:00'), '2011-07-01T07:26:00.000Z');
    assert.equal(read('Asia/Shanghai', '2026-11-22 08:00'), '2026-11-22T00:00:00.000Z');
  });

  it('is read as people and machines write it', () => {
    const cases = [
      ['2026/1/2 3:04', '2026-01-02T03:04:00.000Z'],
      ['2026年1月2日', '2026-01-02T00:00:00.000Z'],
      ['2026年1月2日 3时04分05秒', '2026-01-02T03:04:05.000Z'],
      ['20260102', '2026-01-02T00:00:00.000Z'],
      ['20260102030405', '2026-01-02T03:04:05.000Z'],
      ['2026-01-02T03:04:05+08:00', '2026-01-01T19:04:05.000Z'],
      ['2026-01-02 03:04:05.678', '2026-01-02T03:04:05.678Z'],
      ['1767323045', '2026-01-02T03:04:05.000Z'],
      ['1767323045000', '2026-01-02T03:04:05.000Z'],
      ['13/1/2026 3:04 PM', '2026-01-13T15:04:00.000Z'],
      ['1/13/2026 12:04 AM', '2026-01-13T00:04:00.000Z'],
    ] as const;
    for (const [cell, expected] of cases) assert.equal(read('UTC', cell), expected, cell);
  });

  it('that may be two dates is only read once the order of day and month is known', () => {
    assert.equal(read('UTC', '2/1/2026'), null);
    assert.equal(read('UTC', '2/1/2026', 'mdy'), '2026-02-01T00:00:00.000Z');
    assert.equal(read('UTC', '2/1/2026', 'dmy'), '2026-01-02T00:00:00.000Z');
  });

  it('that does not exist is refused', () => {
    for (const cell of ['2026-02-30 00:00:00', '2026-13-01', '2026-01-01 25:00:00', 'soon', ''])
      assert.equal(read('UTC', cell), null, cell);
  });
});
