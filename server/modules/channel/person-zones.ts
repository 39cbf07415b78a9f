import type { Kysely } from 'kysely';
import { traitOfPeople, traitWords } from '../profile/index.ts';

/** The trait in which a source states a person's zone, as IANA names it. */
const zoneTrait = 'timezone';

/** The zones of people who stated one; nobody is looked up while no source ever stated one. */
export async function personZones(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const words = await traitWords(db);
  if (!words.has(zoneTrait)) return new Map();
  const stated = await traitOfPeople(db, personIds, zoneTrait);
  return new Map(
    Array.from(stated).filter((entry): entry is [number, string] => typeof entry[1] === 'string'),
  );
}
