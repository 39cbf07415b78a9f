import { type Kysely, sql } from 'kysely';

/** Ends the sessions of a user, except the one with the hash `except`. */
export async function endSessions(
  tx: Kysely<unknown>,
  userId: number,
  except: Buffer | null = null,
): Promise<void> {
  await sql`
    delete from org.session
    where user_id = ${userId} and (${except}::bytea is null or token_hash <> ${except})`.execute(
    tx,
  );
}

/** Ends one session. */
export async function endSession(db: Kysely<unknown>, tokenHash: Buffer): Promise<void> {
  await sql`delete from org.session where token_hash = ${tokenHash}`.execute(db);
}
