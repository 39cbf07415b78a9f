import { type Kysely, sql } from 'kysely';

/** Removes sessions that were opened before a time. */
export async function forgetSessions(db: Kysely<unknown>, openedBefore: Date): Promise<void> {
  await sql`delete from org.session where created_at <= ${openedBefore}`.execute(db);
}
