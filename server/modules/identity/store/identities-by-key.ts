import { type Kysely, sql } from 'kysely';

export interface StoredIdentity {
  readonly identity_id: number;
  readonly kind: number;
  readonly hash: string;
  readonly person_id: number;
}

/** The stored identities among some (kind, hash) pairs. */
export async function identitiesByKey(
  db: Kysely<unknown>,
  keys: readonly { readonly kind: number; readonly hash: string }[],
): Promise<readonly StoredIdentity[]> {
  const { rows } = await sql<StoredIdentity>`
    select identity_id, kind, hash, person_id
    from unnest(${keys.map((key) => key.kind)}::smallint[], ${keys.map((key) => key.hash)}::uuid[]) as wanted (kind, hash)
    join identity.identity using (kind, hash)`.execute(db);
  return rows;
}
