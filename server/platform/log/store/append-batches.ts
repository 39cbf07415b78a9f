import { sql } from 'kysely';
import type { Postgres } from '../../postgres/index.ts';

export interface SealedBatch {
  readonly topic: string;
  readonly records: number;
  readonly keyId: number;
  readonly body: Buffer;
}

/**
 * Makes batches durable in one transaction and returns their offsets in the order given. The row lock on
 * log_partition is held until the commit, so offsets are dense and in commit order; readers may say `offset > last`.
 */
export async function appendBatches(
  postgres: Postgres,
  batches: readonly SealedBatch[],
  at: Date,
): Promise<readonly number[]> {
  const offsets = new Array<number>(batches.length);
  const byTopic = Map.groupBy(batches.keys(), (index) => (batches[index] as SealedBatch).topic);
  await postgres.transaction<unknown, void>(async (tx) => {
    for (const [topic, indexes] of [...byTopic].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const group = indexes.map((index) => batches[index] as SealedBatch);
      const { rows } = await sql<{ first: number }>`
        with partition as (
          insert into platform.log_partition (topic, partition, head)
          values (${topic}, 0, ${group.length})
          on conflict (topic, partition) do update set head = log_partition.head + excluded.head
          returning head - ${group.length}::bigint as last
        ), written as (
          insert into platform.log_batch (topic, partition, "offset", written_at, records, key_id, body)
          select ${topic}, 0, partition.last + batch.place, ${at}::timestamptz, batch.records, batch.key_id, batch.body
          from partition, unnest(
            ${group.map((batch) => batch.records)}::int[],
            ${group.map((batch) => batch.keyId)}::bigint[],
            ${group.map((batch) => batch.body)}::bytea[]
          ) with ordinality as batch (records, key_id, body, place)
        )
        select last + 1 as first from partition`.execute(tx);
      const first = rows[0]?.first as number;
      indexes.forEach((index, place) => {
        offsets[index] = first + place;
      });
    }
  });
  return offsets;
}
