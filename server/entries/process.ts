import type { Logger } from 'pino';
import { ConfigError } from '../platform/config/index.ts';
import { EngineError } from '../platform/engines/engine-error.ts';

/** Stops cleanly on SIGTERM and SIGINT; a second signal ends the process at once. */
export function stopOnSignal(close: () => Promise<void>, logger: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) {
      logger.warn({ signal }, 'second signal: ending at once');
      process.kill(process.pid, 'SIGKILL');
      return;
    }
    stopping = true;
    logger.info({ signal }, 'stopping');
    await close();
    logger.flush();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What a person is told of a failed start: our own sentences as they are, anything unforeseen with its stack. */
export function explain(error: unknown): string {
  if (error instanceof EngineError || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
