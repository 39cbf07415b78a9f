export type { EventLog, LogRecord } from './log.ts';
export { openLog } from './open-log.ts';
export { pack } from './pack.ts';
export { trimLog } from './trim-log.ts';
