import type { Command } from 'commander';
import { type LoadedConfig, loadConfig } from '../../platform/config/index.ts';
import { openLogger } from '../../platform/telemetry/index.ts';
import { type Client, openClient } from '../demo/client.ts';
import { runningServer } from '../local-key.ts';

/** The settings as this command line has them. */
export function configOf(command: Command): LoadedConfig {
  const { home } = command.optsWithGlobals<{ home?: string }>();
  return loadConfig(home ? { home } : {});
}

/**
 * Gives `work` the interface of the installation as its administrator: of the server that runs on the home folder, or of one
 * that is started for it, on a free port of this machine, and stopped afterwards.
 */
export async function throughTheDoor<R>(
  command: Command,
  work: (client: Client, isRunning: boolean) => Promise<R>,
): Promise<R> {
  const loaded = configOf(command);
  const running = await runningServer(loaded.config.home);
  if (running) return work(openClient(running.address, bearer(running.key)), true);
  // Loaded only now: a command that talks to a running server should not wait for the whole house to load.
  const { startServer } = await import('../start.ts');
  const config = { ...loaded.config, host: '127.0.0.1', port: 0 };
  const logger = openLogger({ logLevel: process.env.SIYU_LOG_LEVEL ? config.logLevel : 'error' });
  const server = await startServer({ config, inForce: loaded.inForce, logger });
  try {
    return await work(openClient(server.address, bearer(server.localKey)), false);
  } finally {
    await server.close();
  }
}

function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}
