import type { Logger } from 'pino';
import { holdDataFolder } from '../engines/data-folder.ts';
import { createClickHouse } from './create-clickhouse.ts';
import { openEmbedded } from './embedded/index.ts';
import { openExternal } from './external/index.ts';
import type { ClickHouse } from './types.ts';

export { ClickHouseError } from './clickhouse-error.ts';
export type {
  ClickHouse,
  ClickHouseInsert,
  ClickHouseQuery,
  ClickHouseStatement,
  Lane,
} from './types.ts';

/**
 * Opens ClickHouse: the server at `url` when given, otherwise the engine inside this process, whose data are in
 * `${home}/clickhouse`. Throws an `EngineError` whose message says what to do.
 */
export async function openClickHouse(options: {
  url?: string;
  home: string;
  logger: Logger;
  memoryLimitBytes?: number;
}): Promise<ClickHouse> {
  const { url, home, logger, memoryLimitBytes } = options;
  if (url) return createClickHouse(await openExternal({ url }), logger, () => undefined);
  const hold = holdDataFolder(home);
  try {
    const transport = await openEmbedded({ home: hold.home, logger, memoryLimitBytes });
    return createClickHouse(transport, logger, hold.release);
  } catch (error) {
    hold.release();
    throw error;
  }
}
