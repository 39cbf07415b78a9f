import { type Kysely, sql } from 'kysely';

export interface SourceMinute {
  readonly sourceId: number;
  readonly minute: Date;
  accepted: number;
  duplicates: number;
  quarantined: number;
}

/** Adds a block's counts to the counters that the live page shows. */
export async function countSourceMinutes(
  tx: Kysely<unknown>,
  counts: readonly SourceMinute[],
): Promise<void> {
  if (counts.length === 0) return;
  await sql`
    insert into collect.source_minute (source_id, minute, accepted, duplicates, quarantined)
    select * from unnest(
      ${counts.map((count) => count.sourceId)}::int[], ${counts.map((count) => count.minute)}::timestamptz[],
      ${counts.map((count) => count.accepted)}::bigint[], ${counts.map((count) => count.duplicates)}::bigint[],
      ${counts.map((count) => count.quarantined)}::bigint[]
    )
    on conflict (source_id, minute) do update set
      accepted = source_minute.accepted + excluded.accepted,
      duplicates = source_minute.duplicates + excluded.duplicates,
      quarantined = source_minute.quarantined + excluded.quarantined`.execute(tx);
}
