import type { Locale, NodeKind, Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';

/** A user with the node of the scope, as their own page shows them. */
export interface SelfRow {
  readonly user_id: number;
  readonly public_id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly org_code: string;
  readonly org_kind: NodeKind;
  readonly org_name_zh: string;
  readonly org_name_en: string;
}

export async function userById(db: Kysely<unknown>, publicId: string): Promise<SelfRow | null> {
  const { rows } = await sql<SelfRow>`
    select app_user.user_id, app_user.public_id, app_user.login, app_user.name, app_user.role, app_user.locale,
      node.code as org_code, node.kind as org_kind, node.name_zh as org_name_zh, node.name_en as org_name_en
    from org.app_user
    join org.node on node.org_id = app_user.org_id
    where app_user.public_id = ${publicId}`.execute(db);
  return rows[0] ?? null;
}
