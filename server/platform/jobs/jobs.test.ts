import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { testLogger, testPostgres } from '../../testing/engines.ts';
import { systemClock } from '../clock/index.ts';
import type { Platform } from '../platform.ts';
import type { Postgres } from '../postgres/index.ts';
import { openJobs } from './index.ts';

let postgres: Postgres;
before(async () => {
  postgres = await testPostgres();
});
after(() => postgres.close());

const open = () => openJobs({ postgres, logger: testLogger, clock: systemClock });
const stateOf = async (jobRunId: number) => {
  const { rows } = await sql<{ state: string; done: number; message: string | null }>`
    select state, done, message from platform.job_run where job_run_id = ${jobRunId}`.execute(
    postgres.db(),
  );
  return rows[0];
};
const until = async (isSo: () => Promise<boolean> | boolean) => {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 400) throw new Error('It did not come to that within 10 s.');
    await sleep(25);
  }
};

it('runs a job added in a transaction that was committed, and none of one that was not', async () => {
  const jobs = await open();
  const ran: unknown[] = [];
  jobs.define('test.note', async (_platform, input, progress) => {
    await progress.report(1, 1);
    ran.push(input.name);
  });
  await assert.rejects(
    postgres.transaction<unknown, void>(async (tx) => {
      await jobs.add('test.note', { name: 'rolled back' }, { tx });
      throw new Error('no');
    }),
  );
  const { jobRunId } = await postgres.transaction<unknown, { jobRunId: number }>((tx) =>
    jobs.add('test.note', { name: 'committed' }, { tx }),
  );
  await jobs.start({} as Platform);
  await until(async () => (await stateOf(jobRunId))?.state === 'done');
  assert.deepEqual(ran, ['committed']);
  await jobs.close();
});

it('takes up at its start what a killed worker left locked', async () => {
  const jobs = await open();
  let runs = 0;
  jobs.define('test.left', async () => {
    runs += 1;
  });
  await jobs.add('test.left', {});
  await sql`
    update graphile_worker._private_jobs set locked_by = 'worker-of-the-dead', locked_at = ${new Date()}, attempts = 1`.execute(
    postgres.db(),
  );
  await jobs.start({} as Platform);
  await until(() => runs === 1);
  await jobs.close();
});

it('leaves alone what a worker that lives has locked', async () => {
  const [first, second] = [await open(), await open()];
  let runs = 0;
  const held = Promise.withResolvers<void>();
  for (const jobs of [first, second]) {
    jobs.define('test.long', async () => {
      runs += 1;
      await held.promise;
    });
  }
  await first.add('test.long', {});
  await first.start({} as Platform);
  await until(() => runs === 1);
  await second.start({} as Platform);
  await sleep(300);
  assert.equal(runs, 1);
  held.resolve();
  await first.close();
  await second.close();
});

it('tells a running job that it was asked to stop', async () => {
  const jobs = await open();
  let stoppedAt = -1;
  jobs.define('test.count', async (_platform, _input, progress) => {
    for (let n = 0; n < 200; n += 1) {
      await progress.report(n, 200);
      if (progress.stopped) {
        stoppedAt = n;
        return;
      }
      await sleep(20);
    }
  });
  const { jobRunId } = await jobs.add('test.count', {}, { subject: 'count' });
  await jobs.start({} as Platform);
  await until(async () => ((await stateOf(jobRunId))?.state ?? '') === 'running');
  await jobs.stop(jobRunId);
  await until(() => stoppedAt >= 0);
  assert.equal((await stateOf(jobRunId))?.state, 'stopped');
  await jobs.close();
});
