import type { Logger } from 'pino';
import type { ClickHouse } from './clickhouse/index.ts';
import type { Clock } from './clock/index.ts';
import type { Config } from './config/index.ts';
import type { KeyRing } from './crypto/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { EventLog } from './log/index.ts';
import type { Postgres } from './postgres/index.ts';
import type { Registries } from './registries/index.ts';
import type { Telemetry } from './telemetry/index.ts';

/** The handles to everything outside the process. Modules take it as their first argument; it knows no module. */
export interface Platform {
  readonly config: Config;
  readonly logger: Logger;
  readonly telemetry: Telemetry;
  readonly clock: Clock;
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
  readonly keys: KeyRing;
  readonly log: EventLog;
  readonly jobs: Jobs;
  readonly registries: Registries;
}
