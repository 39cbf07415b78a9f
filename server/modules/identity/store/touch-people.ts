import { type Kysely, sql } from 'kysely';

/** Moves `last_seen_at` of people forward. */
export async function touchPeople(
  db: Kysely<unknown>,
  seen: ReadonlyMap<number, Date>,
): Promise<void> {
  if (seen.size === 0) return;
  await sql`
    update identity.person set last_seen_at = seen.at
    from unnest(${[...seen.keys()]}::bigint[], ${[...seen.values()]}::timestamptz[]) as seen (person_id, at)
    where person.person_id = seen.person_id and person.last_seen_at < seen.at`.execute(db);
}
