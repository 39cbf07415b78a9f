import type { Logger } from 'pino';
import { migrate } from '../migrations/run.ts';
import { backup, type Manifest } from '../platform/backup/index.ts';
import { type ClickHouse, openClickHouse } from '../platform/clickhouse/index.ts';
import { type Clock, systemClock } from '../platform/clock/index.ts';
import type { Config } from '../platform/config/index.ts';
import { openKeyRing } from '../platform/crypto/index.ts';
import { openJobs } from '../platform/jobs/index.ts';
import { openLog } from '../platform/log/index.ts';
import type { Platform } from '../platform/platform.ts';
import { openPostgres, type Postgres } from '../platform/postgres/index.ts';
import { emptyRegistries } from '../platform/registries/index.ts';
import { measuredClickHouse, measurePostgres, openTelemetry } from '../platform/telemetry/index.ts';
import { restingClickHouse } from './resting-clickhouse.ts';

export interface OpenPlatform {
  readonly platform: Platform;
  /** Writes both engines to a new folder; `pipelineRests` keeps the pipeline between two blocks meanwhile. */
  backUp(to: string, pipelineRests?: Rest): Promise<Manifest>;
  /** Closes in the reverse order of opening. */
  close(): Promise<void>;
}

type Rest = <R>(work: () => Promise<R>) => Promise<R>;

interface Engines {
  readonly postgres: Postgres;
  readonly clickhouse: ClickHouse;
}

/** Opens both engines, brings them to the schema of this code, and puts the platform together. */
export async function openPlatform(
  config: Config,
  logger: Logger,
  clock: Clock = systemClock,
): Promise<OpenPlatform> {
  const engines = await openEngines(config, logger);
  const closeEngines = async () => {
    await Promise.all([engines.postgres.close(), engines.clickhouse.close()]);
  };
  try {
    await migrate(engines.postgres, engines.clickhouse, logger, clock.now());
    const { close, ...opened } = await assemblePlatform(config, logger, engines, clock);
    return {
      ...opened,
      close: async () => {
        await close();
        await closeEngines();
      },
    };
  } catch (error) {
    await closeEngines();
    throw error;
  }
}

/** Puts a platform together on engines that are open and migrated; its `close` leaves them open. */
export async function assemblePlatform(
  config: Config,
  logger: Logger,
  { postgres, clickhouse }: Engines,
  clock: Clock,
): Promise<OpenPlatform> {
  const telemetry = openTelemetry();
  const resting = restingClickHouse(clickhouse);
  measurePostgres(postgres, telemetry);
  const keys = await openKeyRing({
    postgres,
    home: config.home,
    masterKey: config.masterKey,
    clock,
  });
  const log = openLog({ postgres, keys, clock, logger });
  const jobs = await openJobs({ postgres, logger, clock });
  telemetry.readiness.set('postgres', () => postgres.ping());
  telemetry.readiness.set('clickhouse', () => clickhouse.ping());
  const platform: Platform = {
    config,
    logger,
    telemetry,
    clock,
    postgres,
    clickhouse: measuredClickHouse(resting.clickhouse, telemetry),
    keys,
    log,
    jobs,
    registries: emptyRegistries(),
  };
  return {
    platform,
    backUp: (to, pipelineRests = (work) => work()) =>
      backup({
        postgres,
        clickhouse,
        to,
        logger,
        at: clock.now(),
        whileClickHouseRests: (work) => pipelineRests(() => resting.rest(work)),
      }),
    close: async () => {
      await jobs.close();
      await log.close();
      telemetry.close();
    },
  };
}

/** Opens both at once. When one fails the other is closed before its error goes on. */
export async function openEngines(config: Config, logger: Logger): Promise<Engines> {
  const { home, postgresUrl, clickhouseUrl, postgresPool, clickhouseMemoryBytes } = config;
  const [postgres, clickhouse] = await Promise.allSettled([
    openPostgres({ home, logger, url: postgresUrl, poolSize: postgresPool }),
    openClickHouse({ home, logger, url: clickhouseUrl, memoryLimitBytes: clickhouseMemoryBytes }),
  ]);
  if (postgres.status === 'fulfilled' && clickhouse.status === 'fulfilled') {
    return { postgres: postgres.value, clickhouse: clickhouse.value };
  }
  if (postgres.status === 'fulfilled') await postgres.value.close();
  if (clickhouse.status === 'fulfilled') await clickhouse.value.close();
  throw postgres.status === 'rejected'
    ? postgres.reason
    : (clickhouse as PromiseRejectedResult).reason;
}
