import { Logger as WorkerLogger } from 'graphile-worker';
import type { Logger } from 'pino';

/** Hands graphile-worker's lines to ours; its chatter about each job stays at debug. */
export function jobLogger(logger: Logger): WorkerLogger {
  return new WorkerLogger((scope) => (level, message) => {
    const quiet = level === 'info' || level === 'debug';
    logger[quiet ? 'debug' : level === 'error' ? 'error' : 'warn'](
      { jobs: scope.label, task: scope.taskIdentifier },
      message,
    );
  });
}
