import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../identity/index.ts';

/** One trait of many people: the latest statement over each person's identities. */
export async function traitOfPeople(
  db: Kysely<unknown>,
  personIds: readonly number[],
  name: string,
): Promise<ReadonlyMap<number, unknown>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: number; value: unknown }>`
    select distinct on (member.person_id) member.person_id, trait.value
    from ${identityMap} member join profile.trait on trait.identity_id = member.identity_id and trait.name = ${name}
    where member.person_id = any(${[...personIds]}::bigint[])
    order by member.person_id, trait.at desc, trait.identity_id`.execute(db);
  return new Map(rows.map((row) => [row.person_id, row.value]));
}
