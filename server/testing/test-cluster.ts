import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { takeKernelLock } from '../platform/engines/kernel-lock.ts';
import { withConnection } from '../platform/postgres/databases.ts';
import { prepareCluster, type SocketAddress } from '../platform/postgres/embedded/cluster.ts';
import { endLeftovers } from '../platform/postgres/embedded/leftovers.ts';
import { throwawaySettings } from '../platform/postgres/embedded/settings.ts';

/** One folder per user of the machine; all test processes of that user share it, whatever checkout they test. */
function testFolder(): string {
  const folder = join(tmpdir(), `siyu-test-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Runs `work` while no other test process starts, stops or prepares the cluster. A test process that is killed gives the
 * lock back by dying.
 */
export async function underTestLock<R>(work: () => Promise<R>): Promise<R> {
  const file = join(testFolder(), 'test.lock');
  let lock = takeKernelLock(file);
  while (!lock) {
    await sleep(10 + Math.random() * 20);
    lock = takeKernelLock(file);
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/**
 * The PostgreSQL that all tests of this user share; starts it when it does not run. Call under the test lock, and connect
 * before giving the lock back: whoever leaves last stops it.
 */
export async function joinTestCluster(logger: Logger): Promise<SocketAddress> {
  const { address, start } = prepareTestCluster(logger);
  if (!(await answers(address))) await start();
  return address;
}

/** Stops the cluster if nobody is connected any more. Call under the test lock. */
export async function leaveTestCluster(address: SocketAddress, logger: Logger): Promise<void> {
  const others = await withConnection(address, 'postgres', async (client) => {
    const { rowCount } = await client.query(
      "select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    return rowCount ?? 0;
  });
  if (others === 0) await endLeftovers(prepareTestCluster(logger).mark, logger);
}

function prepareTestCluster(logger: Logger) {
  return prepareCluster({
    home: testFolder(),
    logger,
    settings: throwawaySettings,
    outlivesUs: true,
  });
}

async function answers(address: SocketAddress): Promise<boolean> {
  try {
    await withConnection(address, 'postgres', (client) => client.query('select 1'));
    return true;
  } catch {
    return false;
  }
}
