import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { pino } from 'pino';
import { type ClickHouse, openClickHouse } from './index.ts';
import { array, bool, date, dateTime, identifier, likeText, list, num, str } from './literal.ts';

const home = mkdtempSync(join(tmpdir(), 'siyu-literal-'));
let clickhouse: ClickHouse;

before(async () => {
  clickhouse = await openClickHouse({ home, logger: pino({ level: 'silent' }) });
});

after(async () => {
  await clickhouse.close();
  rmSync(home, { recursive: true, force: true });
});

async function value(expression: string): Promise<unknown> {
  const [row] = await clickhouse.query<{ v: unknown }>({
    name: 'test.literal',
    sql: `SELECT ${expression} AS v`,
  });
  return row?.v;
}

/** Text made to break out of quotes, beside text of all kinds. */
const nastyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\0',
        '\n',
        '\r',
        '\t',
        '\b',
        '`',
        ';',
        '--',
        '/*',
        '*/',
        '{a:String}',
        '%',
        '_',
        '\\x27',
        '\\u0027',
        '𝕏',
        '👩‍👩‍👧',
        '\u2028',
        '\ufeff',
        "\\'",
        ') OR 1 --',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

test('a string comes back from the engine as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nastyText, { minLength: 1, maxLength: 50 }), async (texts) => {
      assert.deepEqual(
        await value(array(texts, str)),
        texts.map((text) => text.toWellFormed()),
      );
    }),
    { numRuns: 60 },
  );
});

test('a string between other text stays one value', async () => {
  await fc.assert(
    fc.asyncProperty(nastyText, nastyText, async (left, right) => {
      assert.deepEqual(await value(`[${str(left)},${str(right)}]`), [
        left.toWellFormed(),
        right.toWellFormed(),
      ]);
    }),
    { numRuns: 60 },
  );
});

test('a lone surrogate, which UTF-8 cannot hold, becomes the replacement character', async () => {
  assert.equal(await value(str('a\ud800b')), 'a\ufffdb');
});

test('a finite number comes back exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.double({ noNaN: true, noDefaultInfinity: true }), async (number) => {
      assert.equal(await value(`toFloat64(${num(number)})`), number === 0 ? 0 : number);
    }),
    { numRuns: 100 },
  );
});

test('a 64-bit integer comes back exactly', async () => {
  for (const integer of [0n, -1n, 2n ** 64n - 1n, -(2n ** 63n), 2n ** 53n + 1n]) {
    assert.equal(await value(`toString(${num(integer)})`), String(integer));
  }
  assert.equal(await value(`1 - ${num(-2)}`), 3);
});

test('what is not a number is refused', () => {
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => num(bad), RangeError);
});

test('a moment comes back to the millisecond', async () => {
  const range = {
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2299-12-31T23:59:59.999Z'),
  };
  await fc.assert(
    fc.asyncProperty(fc.date({ ...range, noInvalidDate: true }), async (moment) => {
      assert.equal(await value(dateTime(moment)), moment.toISOString());
    }),
    { numRuns: 100 },
  );
});

test('a moment that DateTime64 cannot hold is refused', () => {
  for (const bad of [
    '1899-12-31T23:59:59Z',
    '2300-01-01T00:00:00Z',
    '+012026-01-01T00:00:00Z',
    'x',
  ]) {
    assert.throws(() => dateTime(new Date(bad)), RangeError);
  }
});

test('a day comes back, and what is no day is refused', async () => {
  assert.equal(await value(date('2026-02-28')), '2026-02-28');
  for (const bad of ["2026-01-01') --", '2026-13-01', '26-1-1', '']) {
    assert.throws(() => date(bad), RangeError);
  }
});

test('a truth value is one', async () => {
  assert.deepEqual(await value(array([true, false], bool)), [true, false]);
});

test('an empty list matches nothing, and its negation everything', async () => {
  const matching = (condition: string) =>
    value(`(SELECT count() FROM numbers(3) WHERE ${condition})`);
  assert.equal(await matching(`number IN ${list([], num)}`), 0);
  assert.equal(await matching(`number NOT IN ${list([], num)}`), 3);
  assert.equal(await matching(`number IN ${list([1, 2], num)}`), 2);
});

test('a name of any kind names a column', async () => {
  await fc.assert(
    fc.asyncProperty(nastyText, async (text) => {
      const name = `n${text}`;
      const [row] = await clickhouse.query<Record<string, unknown>>({
        name: 'test.identifier',
        sql: `SELECT 1 AS ${identifier(name)}`,
      });
      assert.deepEqual(Object.keys(row ?? {}), [name.toWellFormed()]);
    }),
    { numRuns: 100 },
  );
});

test('LIKE takes escaped text literally', async () => {
  await fc.assert(
    fc.asyncProperty(nastyText, async (text) => {
      assert.equal(await value(`${str(text)} LIKE ${str(likeText(text))}`), 1);
    }),
    { numRuns: 60 },
  );
  assert.equal(await value(`'axb' LIKE ${str(likeText('a_b'))}`), 0);
});
