import { dateTime } from '../../platform/clickhouse/literal.ts';
import type { Platform } from '../../platform/platform.ts';
import { messageTable } from './event-source.ts';

/** Days after which a message's hash is dropped: the deduplication window and one day of grace. */
const keptDays = 8;

/** Drops the hashes of messages that have left the deduplication window. */
export async function forgetMessages({ clickhouse, clock }: Platform): Promise<void> {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
  await clickhouse.command({
    name: 'collect.forget_messages',
    sql: `DELETE FROM ${messageTable} WHERE received < ${dateTime(before)}`,
    lane: 'admin',
  });
}
