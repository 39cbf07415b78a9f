import { messageTable } from '../modules/collect/index.ts';
import type { ClickHouse } from '../platform/clickhouse/index.ts';
import { num } from '../platform/clickhouse/literal.ts';
import { type BloomFilter, bloomFilter } from './bloom-filter.ts';

/** How long a repeated `messageId` is recognised. */
const windowDays = 7;

const dayMs = 86_400_000;
const filterCapacity = 500_000;

/**
 * The messages of the last seven days. Those of blocks that ClickHouse does not have yet are held exactly; older ones in
 * Bloom filters by day, whose positives are looked up in ClickHouse.
 */
export interface SeenMessages {
  /** The hashes among these that an earlier block has. */
  among(hashes: readonly bigint[]): Promise<ReadonlySet<bigint>>;
  /** Notes a block's hashes once it is committed. */
  add(blockId: number, hashes: readonly bigint[], at: Date): void;
  /** The block is in ClickHouse: its hashes need not be held exactly any more. */
  inserted(blockId: number): void;
}

/** Rebuilds the filters from ClickHouse; call it when every committed block has been inserted. */
export async function openSeenMessages(clickhouse: ClickHouse, at: Date): Promise<SeenMessages> {
  const days = new Map<number, BloomFilter[]>();
  const pending = new Map<number, ReadonlySet<bigint>>();

  const note = (hash: bigint, day: number): void => {
    let filters = days.get(day);
    if (!filters) {
      filters = [];
      days.set(day, filters);
    }
    let filter = filters.at(-1);
    if (!filter || filter.isFull) {
      filter = bloomFilter(filterCapacity);
      filters.push(filter);
    }
    filter.add(hash);
  };
  const forget = (today: number): void => {
    for (const day of days.keys()) if (day < today - windowDays) days.delete(day);
  };

  const rows = clickhouse.stream<{ hash: string; day: number }>({
    name: 'collect.rebuild_seen_messages',
    sql: `SELECT toString(hash) AS hash, intDiv(toUnixTimestamp(received), 86400) AS day FROM ${messageTable}
      WHERE received >= fromUnixTimestamp(${num(Math.floor(at.getTime() / 1000) - windowDays * 86_400)})`,
    lane: 'heavy',
    timeoutSeconds: 600,
  });
  for await (const page of rows) for (const { hash, day } of page) note(BigInt(hash), day);

  return {
    among: async (hashes) => {
      const seen = new Set<bigint>();
      const doubtful: bigint[] = [];
      for (const hash of hashes) {
        if ([...pending.values()].some((block) => block.has(hash))) seen.add(hash);
        else if (
          [...days.values()].some((filters) => filters.some((filter) => filter.mayHave(hash)))
        )
          doubtful.push(hash);
      }
      for (let at = 0; at < doubtful.length; at += 5000) {
        const found = await clickhouse.query<{ hash: string }>({
          name: 'collect.find_seen_messages',
          sql: `SELECT DISTINCT toString(hash) AS hash FROM ${messageTable} WHERE hash IN (${doubtful
            .slice(at, at + 5000)
            .map(num)
            .join(',')})`,
          lane: 'ingest',
        });
        for (const row of found) seen.add(BigInt(row.hash));
      }
      return seen;
    },
    add: (blockId, hashes, addedAt) => {
      pending.set(blockId, new Set(hashes));
      const day = Math.floor(addedAt.getTime() / dayMs);
      for (const hash of hashes) note(hash, day);
      forget(day);
    },
    inserted: (blockId) => {
      pending.delete(blockId);
    },
  };
}
