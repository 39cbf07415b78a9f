import { type Kysely, sql } from 'kysely';

/** The hashes among some addresses that get nothing on a channel any more. */
export async function suppressedAmong(
  db: Kysely<unknown>,
  channel: string,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const { rows } = await sql<{ address_hash: string }>`
    select address_hash from channel.suppression
    where channel = ${channel} and address_hash = any(${hashes}::uuid[])`.execute(db);
  return new Set(rows.map((row) => row.address_hash));
}
