/** Number of locks that keep two plans from counting the same person's messages at once. */
export const personShards = 256;

/** The shard of a person: 4,096 neighbouring ids share one, so that a chunk in id order takes few locks. */
export function personShard(personId: number): number {
  return Math.floor(personId / 4_096) % personShards;
}

/** Distinct shards of some people, ascending: taken in this order two plans cannot block each other for good. */
export function shardsOf(personIds: Iterable<number>): readonly number[] {
  const shards = new Set<number>();
  for (const personId of personIds) shards.add(personShard(personId));
  return [...shards].sort((a, b) => a - b);
}
