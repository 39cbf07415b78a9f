import { type Kysely, sql } from 'kysely';

/** The values that occur in the generation in force of some tags, most frequent first. */
export async function countsOfTags(
  db: Kysely<unknown>,
  tagIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const { rows } = await sql<{ tag_id: number; values: string[] }>`
    select tag_id, array_agg(value order by tag_count.people desc, value) as values
    from profile.tag_count join profile.tag using (tag_id, generation)
    where tag_id = any(${[...tagIds]}::int[])
    group by tag_id`.execute(db);
  return new Map(rows.map((row) => [row.tag_id, row.values]));
}
