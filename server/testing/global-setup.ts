import { withConnection } from '../platform/postgres/databases.ts';
import { testLogger } from './engines.ts';
import { joinTestCluster, leaveTestCluster, underTestLock } from './test-cluster.ts';
import { ensureTemplate } from './test-databases.ts';

let leave: (() => Promise<void>) | undefined;

/** For `node --test --test-global-setup`: one PostgreSQL, its template ready, from the first test file to the last. */
export async function globalSetup(): Promise<void> {
  const left = Promise.withResolvers<void>();
  await underTestLock(async () => {
    const address = await joinTestCluster(testLogger);
    await ensureTemplate(address);
    const connected = Promise.withResolvers<void>();
    // A connection held open is what keeps the cluster from being stopped between two files.
    const holding = withConnection(address, 'postgres', async () => {
      connected.resolve();
      await left.promise;
    });
    await Promise.race([connected.promise, holding]);
    leave = async () => {
      left.resolve();
      await holding;
      await underTestLock(() => leaveTestCluster(address, testLogger));
    };
  });
}

export async function globalTeardown(): Promise<void> {
  await leave?.();
}
