import { type Kysely, sql } from 'kysely';

/** Every tag that is not archived. */
export async function activeTags(
  db: Kysely<unknown>,
): Promise<readonly { readonly tag_id: number; readonly public_id: string }[]> {
  const { rows } = await sql<{ tag_id: number; public_id: string }>`
    select tag_id, public_id from profile.tag where state = 'active' order by tag_id`.execute(db);
  return rows;
}
