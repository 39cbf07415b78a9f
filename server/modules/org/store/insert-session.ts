import { type Kysely, sql } from 'kysely';

/** Opens a session and notes the login. */
export async function insertSession(
  tx: Kysely<unknown>,
  userId: number,
  tokenHash: Buffer,
  at: Date,
): Promise<void> {
  await sql`
    with login as (
      update org.app_user set last_login_at = ${at} where user_id = ${userId}
    )
    insert into org.session (token_hash, user_id, created_at, used_at)
    values (${tokenHash}, ${userId}, ${at}, ${at})`.execute(tx);
}
