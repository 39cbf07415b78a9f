import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { inScope } from './scope.ts';

export interface PersonRow {
  readonly person_id: number;
  readonly public_id: string;
  readonly created_at: Date;
  readonly first_source_id: number;
  readonly last_seen_at: Date;
}

/** Active people by id within a data scope; who is outside it is left out. */
export async function peopleById(
  db: Kysely<unknown>,
  scope: Scope,
  personIds: readonly number[],
): Promise<readonly PersonRow[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    select person_id, public_id, created_at, first_source_id, last_seen_at
    from identity.person
    where person_id = any(${personIds}::bigint[]) and state = 'active' and ${inScope(scope, sql.ref('person.person_id'))}`.execute(
    db,
  );
  return rows;
}

/**
 * The person of a public id within a data scope; the id of a merged person leads to the one in force. Undefined for the
 * unknown, the erased and those outside the scope: a caller cannot tell these apart.
 */
export async function personByPublicId(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    with recursive chain as (
      select * from identity.person where public_id = ${publicId}
      union all
      select next.* from chain join identity.person next on next.person_id = chain.merged_into and chain.state = 'merged'
    )
    select person_id, public_id, created_at, first_source_id, last_seen_at
    from chain where state = 'active' and ${inScope(scope, sql.ref('chain.person_id'))}`.execute(
    db,
  );
  return rows[0];
}

/** Active people of some (kind, hash) pairs within a data scope. */
export async function peopleByIdentifier(
  db: Kysely<unknown>,
  scope: Scope,
  keys: readonly { readonly kind: number; readonly hash: string }[],
): Promise<readonly PersonRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<PersonRow>`
    select distinct person.person_id, public_id, created_at, first_source_id, person.last_seen_at
    from unnest(${keys.map((key) => key.kind)}::smallint[], ${keys.map((key) => key.hash)}::uuid[]) as wanted (kind, hash)
    join identity.identity using (kind, hash)
    join identity.person on person.person_id = identity.person_id
    where person.state = 'active' and ${inScope(scope, sql.ref('person.person_id'))}`.execute(db);
  return rows;
}

/** A page of active people, latest seen first. `after` is the key of the last row before: [last_seen_at ISO, person_id]. */
export async function recentPeople(
  db: Kysely<unknown>,
  scope: Scope,
  page: {
    readonly after?: readonly [string, number];
    readonly limit: number;
    readonly kind: 'known' | 'anonymous' | 'all';
  },
): Promise<readonly PersonRow[]> {
  const kind = {
    known: sql`person_id < 2147483648`,
    anonymous: sql`person_id >= 2147483648`,
    all: sql`true`,
  }[page.kind];
  const after = page.after
    ? sql`(last_seen_at, person_id) < (${page.after[0]}::timestamptz, ${page.after[1]}::bigint)`
    : sql`true`;
  const { rows } = await sql<PersonRow>`
    select person_id, public_id, created_at, first_source_id, last_seen_at
    from identity.person
    where state = 'active' and ${kind} and ${after} and ${inScope(scope, sql.ref('person.person_id'))}
    order by last_seen_at desc, person_id desc limit ${page.limit}`.execute(db);
  return rows;
}

export interface IdentityRow {
  readonly identity_id: number;
  readonly kind: number;
  readonly hash: string;
  readonly person_id: number;
  readonly source_id: number;
  readonly first_seen_at: Date;
}

/** Identities of some people with their source and first time, oldest first. */
export async function identitiesWithSource(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<readonly IdentityRow[]> {
  const { rows } = await sql<IdentityRow>`
    select identity_id, kind, hash, person_id, source_id, first_seen_at
    from identity.identity where person_id = any(${personIds}::bigint[]) order by identity_id`.execute(
    db,
  );
  return rows;
}

/** How a person came together: every change of the map that touches the person's identities, oldest first. */
export async function mapChangesOf(
  db: Kysely<unknown>,
  personId: number,
): Promise<
  readonly { at: Date; reason: string; from_person: string; to_person: string; evidence: unknown }[]
> {
  const { rows } = await sql<{
    at: Date;
    reason: string;
    from_person: string;
    to_person: string;
    evidence: unknown;
  }>`
    select distinct map_change.at, reason, source.public_id as from_person, target.public_id as to_person, evidence
    from identity.identity
    join identity.map_change using (identity_id)
    join identity.person source on source.person_id = from_person_id
    join identity.person target on target.person_id = to_person_id
    where identity.person_id = ${personId}
    order by map_change.at limit 200`.execute(db);
  return rows;
}

/** The organisation nodes that know any of some identities. */
export async function nodesOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ org_id: number }>`
    select distinct org_id from identity.identity_org where identity_id = any(${[...identityIds]}::bigint[]) order by org_id`.execute(
    db,
  );
  return rows.map((row) => row.org_id);
}
