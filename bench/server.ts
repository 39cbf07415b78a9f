import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp } from '@siyu/contract/org';
import { type StartedServer, startServer } from '@siyu/server/entries';
import { type Client, openClient } from '@siyu/server/entries/demo';
import { loadConfig } from '@siyu/server/platform/config';
import { openLogger } from '@siyu/server/platform/telemetry';

export interface BenchServer {
  readonly server: StartedServer;
  readonly client: Client;
}

/** Runs a task on a server of its own, in a fresh folder that is removed afterwards; its limits on calls are out of the way. */
export async function withServer<Result>(
  task: (bench: BenchServer) => Promise<Result>,
): Promise<Result> {
  const home = await mkdtemp(join(tmpdir(), 'siyu-bench-'));
  const loaded = loadConfig({
    home,
    port: 0,
    logLevel: 'error',
    requestsPerMinute: 10_000_000,
    trackingPerMinute: 10_000_000,
  });
  const server = await startServer({ ...loaded, logger: openLogger(loaded.config) });
  try {
    const client = openClient(server.address, { authorization: `Bearer ${server.localKey}` });
    await client.call(setUp, {
      body: {
        nameZh: '测试集团',
        nameEn: 'Bench',
        timezone: 'Asia/Shanghai',
        currency: 'CNY',
        login: 'admin',
        name: 'Bench',
        password: 'bench-password-1',
      },
    });
    return await task({ server, client });
  } finally {
    await server.close();
    await rm(home, { recursive: true, force: true });
  }
}
