export { openLog } from './open-log.ts';
export type { EventLog, LogRecord } from './log.ts';
