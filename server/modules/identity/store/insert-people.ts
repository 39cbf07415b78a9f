import { type Kysely, sql } from 'kysely';

export interface NewPerson {
  readonly personId: number;
  readonly publicId: string;
  readonly createdAt: Date;
  readonly sourceId: number;
}

/** Writes people who appear for the first time. */
export async function insertPeople(
  db: Kysely<unknown>,
  people: readonly NewPerson[],
): Promise<void> {
  if (people.length === 0) return;
  await sql`
    insert into identity.person (person_id, public_id, created_at, first_source_id, last_seen_at)
    select person_id, public_id, created_at, source_id, created_at
    from unnest(
      ${people.map((person) => person.personId)}::bigint[], ${people.map((person) => person.publicId)}::text[],
      ${people.map((person) => person.createdAt)}::timestamptz[], ${people.map((person) => person.sourceId)}::int[]
    ) as fresh (person_id, public_id, created_at, source_id)`.execute(db);
}
