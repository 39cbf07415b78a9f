import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../identity/index.ts';

/** The traits of many people, each as the latest statement over the person's identities. */
export async function traitsOfPeople(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, Readonly<Record<string, unknown>>>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: number; name: string; value: unknown }>`
    select distinct on (member.person_id, trait.name) member.person_id, trait.name, trait.value
    from ${identityMap} member join profile.trait on trait.identity_id = member.identity_id
    where member.person_id = any(${[...personIds]}::bigint[])
    order by member.person_id, trait.name, trait.at desc, trait.identity_id`.execute(db);
  const people = new Map<number, Record<string, unknown>>();
  for (const { person_id, name, value } of rows) {
    const traits = people.get(person_id) ?? {};
    traits[name] = value;
    people.set(person_id, traits);
  }
  return people;
}
