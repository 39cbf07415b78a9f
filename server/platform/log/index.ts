export type { EventLog, LogRecord } from './log.ts';
export { openLog } from './open-log.ts';
export { trimLog } from './trim-log.ts';
