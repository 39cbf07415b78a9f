import { type Kysely, sql } from 'kysely';

/** Whether anybody is left who administrates the whole organisation. */
export async function hasActiveAdmin(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from org.app_user
      join org.node on node.org_id = app_user.org_id
      where node.parent_id is null and app_user.role = 'admin' and app_user.disabled_at is null
    ) as found`.execute(db);
  return rows[0]?.found ?? false;
}
