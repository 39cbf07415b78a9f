import type { Locale, Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';

export interface UserRow {
  readonly user_id: number;
  readonly public_id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly org_id: number;
  readonly org_code: string;
  readonly org_name_zh: string;
  readonly org_name_en: string;
  readonly locale: Locale;
  readonly locked_until: Date | null;
  readonly disabled_at: Date | null;
  readonly last_login_at: Date | null;
  readonly created_at: Date;
}

/** Users whose own node is in the scope, newest first, older than `before`; at most `limit`. */
export async function userPage(
  db: Kysely<unknown>,
  scope: Scope,
  filter: {
    readonly id?: string | undefined;
    readonly search?: string | undefined;
    readonly role?: string | undefined;
    readonly org?: string | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly UserRow[]> {
  const { id, search, role, org, before, limit } = filter;
  const { rows } = await sql<UserRow>`
    select app_user.user_id, app_user.public_id, app_user.login, app_user.name, app_user.role, app_user.org_id,
      node.code as org_code, node.name_zh as org_name_zh, node.name_en as org_name_en,
      app_user.locale, app_user.locked_until, app_user.disabled_at, app_user.last_login_at, app_user.created_at
    from org.app_user
    join org.node on node.org_id = app_user.org_id
    where app_user.org_id = any(${[...scope.orgIds]}::int[])
      ${id === undefined ? sql`` : sql`and app_user.public_id = ${id}`}
      ${role === undefined ? sql`` : sql`and app_user.role = ${role}`}
      ${org === undefined ? sql`` : sql`and node.code = ${org}`}
      ${before === undefined ? sql`` : sql`and app_user.user_id < ${before}`}
      ${search === undefined ? sql`` : matches(search)}
    order by app_user.user_id desc
    limit ${limit}`.execute(db);
  return rows;
}

function matches(search: string) {
  const text = search.toLowerCase();
  return sql`and (strpos(lower(app_user.name), ${text}) > 0 or strpos(app_user.login, ${text}) > 0)`;
}
