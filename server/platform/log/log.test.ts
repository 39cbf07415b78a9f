import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { sql } from 'kysely';
import { testLogger, testPostgres } from '../../testing/engines.ts';
import { steppingClock } from '../clock/index.ts';
import { openKeyRing } from '../crypto/index.ts';
import type { Postgres } from '../postgres/index.ts';
import { type EventLog, openLog, trimLog } from './index.ts';

const clock = steppingClock('2026-06-01T08:00:00Z');
let home: string;
let postgres: Postgres;
let log: EventLog;

before(async () => {
  home = mkdtempSync(join(tmpdir(), 'siyu-log-'));
  postgres = await testPostgres();
  const keys = await openKeyRing({ postgres, home, clock });
  log = openLog({ postgres, keys, clock, logger: testLogger });
});
after(async () => {
  await log.close();
  await postgres.close();
  rmSync(home, { recursive: true, force: true });
});

it('gives dense offsets in commit order, also to two writers at once', async () => {
  const keys = await openKeyRing({ postgres, home, clock });
  const second = openLog({ postgres, keys, clock, logger: testLogger });
  const appended = await Promise.all(
    Array.from({ length: 200 }, (_, n) => (n % 2 ? log : second).append('order', { n }, 1)),
  );
  const offsets = appended.map(({ offset }) => offset).sort((a, b) => a - b);
  assert.deepEqual(
    offsets,
    Array.from({ length: 200 }, (_, n) => n + 1),
  );
  const read = await log.read<{ n: number }>('order', 0, 1000);
  assert.deepEqual(
    read.map(({ offset }) => offset),
    offsets,
  );
  assert.deepEqual(
    read.map(({ body }) => body.n).sort((a, b) => a - b),
    Array.from({ length: 200 }, (_, n) => n),
  );
});

it('a reader that follows concurrent writers misses nothing', async () => {
  const seen: number[] = [];
  let isDone = false;
  const reader = (async () => {
    for (let position = 0; !isDone || seen.length < 300; ) {
      const records = await log.read<number>('follow', position, 50);
      for (const { offset, body } of records) {
        position = offset;
        seen.push(body);
      }
      if (records.length === 0) await log.waitFor('follow', position, 50);
    }
  })();
  await Promise.all(Array.from({ length: 300 }, (_, n) => log.append('follow', n, 1)));
  isDone = true;
  await reader;
  assert.deepEqual(
    seen.toSorted((a, b) => a - b),
    Array.from({ length: 300 }, (_, n) => n),
  );
});

it('keeps no body in the clear', async () => {
  await log.append('secret', { phone: '13812349876' }, 1);
  const { rows } = await sql<{ found: boolean }>`
    select bool_or(position('13812349876'::bytea in body) > 0) as found from platform.log_batch`.execute(
    postgres.db(),
  );
  assert.equal(rows[0]?.found, false);
});

it('reads facts in one order, and only those whose transaction was committed', async () => {
  const rollback = new Error('rolled back');
  await assert.rejects(
    postgres.transaction<unknown, void>(async (tx) => {
      await log.state(tx, 'test.never_happened', {}, clock.now());
      throw rollback;
    }),
    rollback,
  );
  await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      postgres.transaction<unknown, void>((tx) =>
        log.state(tx, 'test.happened', { n }, clock.now()),
      ),
    ),
  );
  const facts = await log.read<{ name: string }>('facts', 0, 100);
  assert.deepEqual(
    facts.map(({ offset }) => offset),
    Array.from({ length: 20 }, (_, n) => n + 1),
  );
  assert.ok(facts.every(({ body }) => body.name === 'test.happened'));
});

it('moves a position forward and never back', async () => {
  const commit = (offset: number) =>
    postgres.transaction<unknown, void>((tx) => log.commit(tx, 'reader', 'order', offset));
  await commit(5);
  await commit(3);
  assert.equal(await log.position('reader', 'order'), 5);
});

const day = 86_400_000;
const offsets = async (topic: string) =>
  (await log.read(topic, 0, 1000)).map(({ offset }) => offset);
const reads = (consumer: string, topic: string, offset: number) =>
  postgres.transaction<unknown, void>((tx) => log.commit(tx, consumer, topic, offset));

it('forgets what is past the window and was read by every consumer, and nothing else', async () => {
  for (let n = 0; n < 7; n += 1) await log.append('trimmed', { n }, 1);
  await log.append('unread', {}, 1);
  clock.advance(9 * day);
  await log.append('trimmed', { n: 7 }, 1);
  await reads('quick', 'trimmed', 8);
  await reads('slow', 'trimmed', 5);
  await trimLog({ postgres, clock }, 2);
  assert.deepEqual(await offsets('trimmed'), [6, 7, 8], 'the slow one needs 6 and 7');
  assert.deepEqual(await offsets('unread'), [1]);
  await reads('slow', 'trimmed', 8);
  await trimLog({ postgres, clock });
  assert.deepEqual(await offsets('trimmed'), [8], 'the eighth is young');
  clock.advance(9 * day);
  await trimLog({ postgres, clock });
  assert.deepEqual(await offsets('trimmed'), []);
  assert.deepEqual(await log.append('trimmed', {}, 1), { offset: 9 });
});

it('forgets read facts likewise, and goes on counting their offsets', async () => {
  const before = await offsets('facts');
  await trimLog({ postgres, clock });
  assert.deepEqual(await offsets('facts'), before, 'nobody has read them yet');
  await reads('reader', 'facts', before.length);
  await trimLog({ postgres, clock });
  assert.deepEqual(await offsets('facts'), before.slice(-1));
  await postgres.transaction<unknown, void>((tx) =>
    log.state(tx, 'test.happened', {}, clock.now()),
  );
  assert.deepEqual(await offsets('facts'), [before.length, before.length + 1]);
});
