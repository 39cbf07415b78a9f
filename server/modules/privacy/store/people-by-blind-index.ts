import { type Kysely, sql } from 'kysely';

/** People (as first known) whose personal value of a field has the hash; at most `limit`. */
export async function peopleByBlindIndex(
  db: Kysely<unknown>,
  field: string,
  hash: string,
  limit: number,
): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    select person_id from privacy.blind_index
    where field = ${field} and hash = ${hash}::uuid order by person_id limit ${limit}`.execute(db);
  return rows.map((row) => row.person_id);
}
