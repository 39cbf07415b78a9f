export { loggerOptions, openLogger } from './logger.ts';
export { measuredClickHouse, measurePostgres } from './measured.ts';
export { gauge, openTelemetry, type Telemetry } from './telemetry.ts';
