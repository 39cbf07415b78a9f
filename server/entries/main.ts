import { loadConfig } from '../platform/config/index.ts';
import { openLogger } from '../platform/telemetry/index.ts';
import { explain, stopOnSignal } from './process.ts';
import { startServer } from './start.ts';

try {
  const loaded = loadConfig();
  const logger = openLogger(loaded.config);
  const server = await startServer({ ...loaded, logger });
  stopOnSignal(() => server.close(), logger);
  console.log(`ready ${server.address}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
