import type { SuppressionReason } from '@siyu/contract/channel';
import { type Kysely, sql } from 'kysely';

/** Puts addresses on the suppression list of a channel; one that is there keeps its first reason. Returns how many are new. */
export async function insertSuppressions(
  db: Kysely<unknown>,
  channel: string,
  hashes: readonly string[],
  entry: { readonly reason: SuppressionReason; readonly note: string; readonly at: Date },
): Promise<number> {
  if (hashes.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into channel.suppression (channel, address_hash, reason, note, at)
    select ${channel}, hash, ${entry.reason}, ${entry.note}, ${entry.at}
    from unnest(${[...new Set(hashes)]}::uuid[]) as hash
    on conflict (channel, address_hash) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0);
}
