import type { Locale, Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';

/** Failures in a row that lock an account, and for how long. */
const lockAfter = 5;
const lockMs = 15 * 60_000;

export interface LoginAttempt {
  readonly user_id: number;
  readonly public_id: string;
  readonly role: Role;
  readonly org_id: number;
  readonly locale: Locale;
  readonly password_hash: string;
}

/**
 * Counts an attempt before its password is looked at, so that parallel guesses cannot exceed the limit; the fifth in a row
 * locks the account unless it turns out right. Null when the account is locked, disabled or unknown.
 */
export async function reservedAttempt(
  db: Kysely<unknown>,
  login: string,
  at: Date,
): Promise<LoginAttempt | null> {
  const lockedUntil = new Date(at.getTime() + lockMs);
  const failed = sql`case when locked_until is null then failed_logins + 1 else 1 end`;
  const { rows } = await sql<LoginAttempt>`
    update org.app_user
    set failed_logins = ${failed},
      locked_until = case when ${failed} >= ${lockAfter} then ${lockedUntil}::timestamptz end
    where login = ${login} and disabled_at is null and (locked_until is null or locked_until <= ${at})
    returning user_id, public_id, role, org_id, locale, password_hash`.execute(db);
  return rows[0] ?? null;
}

/** Until when an account is locked, or null. */
export async function lockedUntil(
  db: Kysely<unknown>,
  login: string,
  at: Date,
): Promise<Date | null> {
  const { rows } = await sql<{ locked_until: Date }>`
    select locked_until from org.app_user
    where login = ${login} and locked_until > ${at}`.execute(db);
  return rows[0]?.locked_until ?? null;
}

/** Forgets the failures of an account, since the password was right. */
export async function forgiveFailures(tx: Kysely<unknown>, userId: number): Promise<void> {
  await sql`
    update org.app_user set failed_logins = 0, locked_until = null
    where user_id = ${userId}`.execute(tx);
}
