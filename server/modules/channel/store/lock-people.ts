import { shardsOf } from '@siyu/engine/channel';
import { type Kysely, sql } from 'kysely';

/** First key of our advisory locks; the second is the shard. */
const lockSpace = 0x51_59;

/**
 * Keeps every other plan away from these people until the transaction ends, so that messages counted now are still all there
 * are when new ones are written. Shards are taken in ascending order: two plans cannot wait for each other.
 */
export async function lockPeople(tx: Kysely<unknown>, personIds: readonly number[]): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(${lockSpace}::int, shard)
    from unnest(${shardsOf(personIds)}::int[]) as shard`.execute(tx);
}
