import { type Kysely, sql } from 'kysely';
import type { StoredIdentity } from './identities-by-key.ts';

/** Every identity of some people, oldest first. `offset 0`: the order must not tempt the planner to walk all identities. */
export async function identitiesOfPeople(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<readonly StoredIdentity[]> {
  const { rows } = await sql<StoredIdentity>`
    select identity_id, kind, hash, person_id
    from (
      select * from identity.identity where person_id = any(${personIds}::bigint[]) offset 0
    ) held
    order by identity_id`.execute(db);
  return rows;
}
