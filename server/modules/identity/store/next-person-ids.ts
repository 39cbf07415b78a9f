import { type Kysely, sql } from 'kysely';

/** `count` fresh person ids: dense from 1 for known people, from 2^31 for anonymous ones. */
export async function nextPersonIds(
  db: Kysely<unknown>,
  kind: 'known' | 'anonymous',
  count: number,
): Promise<readonly number[]> {
  if (count === 0) return [];
  const { rows } = await sql<{ id: number }>`
    select nextval(${`identity.${kind}_person_id`}::regclass) as id from generate_series(1, ${count}::int)`.execute(
    db,
  );
  return rows.map((row) => row.id).sort((a, b) => a - b);
}
