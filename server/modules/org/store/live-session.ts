import type { Locale, Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';

export interface LiveSession {
  readonly public_id: string;
  readonly role: Role;
  readonly org_id: number;
  readonly locale: Locale;
  readonly used_at: Date;
  readonly tree_version: number;
}

/** The user behind a token, if the session was opened after `createdAfter` and used after `usedAfter`. */
export async function liveSession(
  db: Kysely<unknown>,
  tokenHash: Buffer,
  { createdAfter, usedAfter }: { createdAfter: Date; usedAfter: Date },
): Promise<LiveSession | null> {
  const { rows } = await sql<LiveSession>`
    select app_user.public_id, app_user.role, app_user.org_id, app_user.locale, session.used_at,
      (select version from org.tree_version) as tree_version
    from org.session
    join org.app_user using (user_id)
    where session.token_hash = ${tokenHash}
      and session.created_at > ${createdAfter} and session.used_at > ${usedAfter}
      and app_user.disabled_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Notes that a session is in use. */
export async function touchSession(
  db: Kysely<unknown>,
  tokenHash: Buffer,
  at: Date,
): Promise<void> {
  await sql`update org.session set used_at = ${at} where token_hash = ${tokenHash}`.execute(db);
}
