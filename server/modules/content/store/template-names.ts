import { type Kysely, sql } from 'kysely';

/** Names of templates by public id. */
export async function templateNames(
  db: Kysely<unknown>,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ public_id: string; name: string }>`
    select public_id, name from content.template where public_id = any(${[...publicIds]}::text[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.public_id, row.name]));
}
