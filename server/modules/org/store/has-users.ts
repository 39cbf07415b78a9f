import { type Kysely, sql } from 'kysely';

/** Whether the installation was set up. */
export async function hasUsers(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from org.app_user) as found`.execute(db);
  return rows[0]?.found ?? false;
}
