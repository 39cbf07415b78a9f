import { type Logger, type LoggerOptions, pino } from 'pino';
import type { Config } from '../config/index.ts';

/**
 * The log of the process, one JSON object a line on standard error, so that standard output stays for what a command says.
 * Errors are written with name, message, code and stack only: drivers hang values of rows on their errors, and a
 * log must hold no personal data.
 */
export function openLogger(config: Pick<Config, 'logLevel'>): Logger {
  return pino(loggerOptions(config.logLevel), pino.destination({ dest: 2, sync: false }));
}

export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: bare },
  };
}

function bare(thrown: unknown): unknown {
  if (!(thrown instanceof Error)) return thrown;
  const code = 'code' in thrown ? { code: thrown.code } : {};
  const cause = thrown.cause === undefined ? {} : { cause: bare(thrown.cause) };
  return { type: thrown.name, message: thrown.message, ...code, stack: thrown.stack, ...cause };
}
