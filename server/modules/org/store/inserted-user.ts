import { type Kysely, sql } from 'kysely';

export interface NewUserRow {
  readonly public_id: string;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly org_id: number;
  readonly locale: string;
  readonly password_hash: string;
}

/** Adds a user and returns the id; null when the login is taken. */
export async function insertedUser(
  tx: Kysely<unknown>,
  user: NewUserRow,
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ user_id: number }>`
    insert into org.app_user (public_id, login, name, role, org_id, locale, password_hash, created_at)
    values (${user.public_id}, ${user.login}, ${user.name}, ${user.role}, ${user.org_id},
      ${user.locale}, ${user.password_hash}, ${at})
    on conflict (login) do nothing
    returning user_id`.execute(tx);
  return rows[0]?.user_id ?? null;
}
