import { type Kysely, sql } from 'kysely';

/** The people that some people, merged or not, are now; each once. Erased people lead nowhere. */
export async function peopleInForce(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    with recursive chain as (
      select person_id, merged_into, state from identity.person where person_id = any(${[...personIds]}::bigint[])
      union
      select next.person_id, next.merged_into, next.state
      from chain join identity.person next on next.person_id = chain.merged_into
    )
    select distinct person_id from chain where state = 'active'`.execute(db);
  return rows.map((row) => row.person_id);
}
