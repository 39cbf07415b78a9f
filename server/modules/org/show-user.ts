import type { User } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import { problem, type Scope } from '../../platform/http/index.ts';
import { type UserRow, userPage } from './store/user-page.ts';

/** A user as the outside sees them. */
export function showUser(row: UserRow): User {
  return {
    id: row.public_id,
    login: row.login,
    name: row.name,
    role: row.role,
    org: row.org_code,
    orgNameZh: row.org_name_zh,
    orgNameEn: row.org_name_en,
    locale: row.locale,
    lockedUntil: row.locked_until?.toISOString() ?? null,
    disabledAt: row.disabled_at?.toISOString() ?? null,
    lastLoginAt: row.last_login_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  };
}

/** The user with this id within a scope; throws `org.user_unknown`. */
export async function userInScope(
  db: Kysely<unknown>,
  scope: Scope,
  user: string,
): Promise<UserRow> {
  const [row] = await userPage(db, scope, { id: user, limit: 1 });
  if (!row) throw problem('org.user_unknown', { user });
  return row;
}
