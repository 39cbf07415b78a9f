import { type Kysely, sql } from 'kysely';

export interface TraitRow {
  readonly name: string;
  readonly value: unknown;
  readonly source_id: number;
  readonly at: Date;
}

/** The traits of a person, each as its latest statement over the person's identities. */
export async function traitsOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<readonly TraitRow[]> {
  const { rows } = await sql<TraitRow>`
    select distinct on (name) name, value, source_id, at
    from profile.trait where identity_id = any(${[...identityIds]}::bigint[])
    order by name, at desc, identity_id`.execute(db);
  return rows;
}
