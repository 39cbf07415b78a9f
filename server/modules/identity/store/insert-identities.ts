import { type Kysely, sql } from 'kysely';
import type { StoredIdentity } from './identities-by-key.ts';

export interface NewIdentity {
  readonly kind: number;
  readonly hash: string;
  readonly personId: number;
  readonly sourceId: number;
  readonly at: Date;
}

/** Writes identifiers seen for the first time and returns them with their `identity_id`. */
export async function insertIdentities(
  db: Kysely<unknown>,
  identities: readonly NewIdentity[],
): Promise<readonly StoredIdentity[]> {
  if (identities.length === 0) return [];
  const { rows } = await sql<StoredIdentity>`
    insert into identity.identity (kind, hash, person_id, origin_person_id, source_id, first_seen_at, last_seen_at)
    select kind, hash, person_id, person_id, source_id, at, at
    from unnest(
      ${identities.map((identity) => identity.kind)}::smallint[], ${identities.map((identity) => identity.hash)}::uuid[],
      ${identities.map((identity) => identity.personId)}::bigint[], ${identities.map((identity) => identity.sourceId)}::int[],
      ${identities.map((identity) => identity.at)}::timestamptz[]
    ) with ordinality as fresh (kind, hash, person_id, source_id, at, place)
    order by place
    returning identity_id, kind, hash, person_id`.execute(db);
  return rows;
}
