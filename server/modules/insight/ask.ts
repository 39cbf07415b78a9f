import { ClickHouseError } from '../../platform/clickhouse/index.ts';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';

const seconds = 30;
const tooSlow = [159, 160];
const tooLarge = [241];

/** Asks ClickHouse for somebody who waits. @throws insight.too_slow insight.too_large */
export async function ask<Row>(
  platform: Platform,
  name: string,
  sql: string,
): Promise<readonly Row[]> {
  try {
    return await platform.clickhouse.query<Row>({ name, sql, timeoutSeconds: seconds });
  } catch (error) {
    if (error instanceof ClickHouseError) {
      if (tooSlow.includes(error.code)) throw problem('insight.too_slow', { seconds }, error);
      if (tooLarge.includes(error.code)) throw problem('insight.too_large', {}, error);
    }
    throw error;
  }
}

/** Runs work two at a time: each statement may use all cores, and others wait for answers too. */
export async function inPairs<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  let next = 0;
  const take = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  };
  await Promise.all([take(), take()]);
  return results;
}
