import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../identity/index.ts';

/** The person each identity belongs to now; erased ones are absent. */
export async function peopleOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ identity_id: number; person_id: number }>`
    select identity_id, person_id from ${identityMap} as map where identity_id = any(${identityIds}::bigint[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.identity_id, row.person_id]));
}
