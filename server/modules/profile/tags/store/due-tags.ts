import { type Kysely, sql } from 'kysely';

/**
 * Active tags whose last computation lies before the running hour or day of their rhythm. Manual ones are due every hour:
 * their people follow merges and their assignments expire.
 */
export async function dueTags(
  db: Kysely<unknown>,
  starts: { readonly hour: Date; readonly day: Date },
): Promise<readonly { readonly tag_id: number; readonly public_id: string }[]> {
  const { rows } = await sql<{ tag_id: number; public_id: string }>`
    select tag_id, public_id from profile.tag
    where state = 'active' and (
      (refresh = 'hourly' or kind = 'manual') and coalesce(computed_at, '-infinity') < ${starts.hour}
      or refresh = 'daily' and coalesce(computed_at, '-infinity') < ${starts.day})
    order by tag_id`.execute(db);
  return rows;
}
