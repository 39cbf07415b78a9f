export type { EventLog, LogRecord } from './log.ts';
export { openLog } from './open-log.ts';
