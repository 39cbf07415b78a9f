import { type Kysely, sql } from 'kysely';
import type { StoredIdentity } from './identities-by-key.ts';

/** Every identity of some people, oldest first. */
export async function identitiesOfPeople(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<readonly StoredIdentity[]> {
  const { rows } = await sql<StoredIdentity>`
    select identity_id, kind, hash, person_id
    from identity.identity where person_id = any(${personIds}::bigint[]) order by identity_id`.execute(
    db,
  );
  return rows;
}
