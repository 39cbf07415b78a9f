import { type Kysely, sql } from 'kysely';

/** Public ids of people in any state, also merged and erased ones. */
export async function publicIdsOf(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ person_id: number; public_id: string }>`
    select person_id, public_id from identity.person where person_id = any(${[...personIds]}::bigint[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.person_id, row.public_id]));
}
