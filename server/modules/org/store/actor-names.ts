import { type Kysely, sql } from 'kysely';

/** Names of users and API keys by their public ids, for lists that show who did something. */
export async function actorNames(
  db: Kysely<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  const { rows } = await sql<{ public_id: string; name: string }>`
    select public_id, name from org.app_user where public_id = any(${wanted}::text[])
    union all
    select public_id, name from org.api_key where public_id = any(${wanted}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.public_id, row.name]));
}
