import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../identity/index.ts';

/** The person whom each identity belongs to now. */
export async function peopleOfIdentities(
  tx: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (identityIds.length === 0) return new Map();
  const { rows } = await sql<{ identity_id: number; person_id: number }>`
    select identity_id, person_id from ${identityMap} where identity_id = any(${[...identityIds]}::bigint[])`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.identity_id, row.person_id]));
}
