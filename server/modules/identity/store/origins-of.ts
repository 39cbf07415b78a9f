import { type Kysely, sql } from 'kysely';

/** Every person id that the given people unite through merges, themselves included: origin → person in force. */
export async function originsOf(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ origin: number; person: number }>`
    with recursive united (origin, person) as (
      select id, id from unnest(${personIds}::bigint[]) as wanted (id)
      union
      select merged.person_id, united.person
      from united join identity.person merged on merged.merged_into = united.origin and merged.state = 'merged'
    )
    select origin, person from united`.execute(db);
  return new Map(rows.map((row) => [row.origin, row.person]));
}
