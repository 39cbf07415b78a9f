import type { Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';

export interface ApiKeyRow {
  readonly api_key_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly prefix: string;
  readonly role: Role;
  readonly org_code: string;
  readonly org_name_zh: string;
  readonly org_name_en: string;
  readonly created_by: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
}

/** API keys whose node is in the scope, newest first, older than `before`; at most `limit`. */
export async function apiKeyPage(
  db: Kysely<unknown>,
  scope: Scope,
  filter: {
    readonly id?: string | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly ApiKeyRow[]> {
  const { id, before, limit } = filter;
  const { rows } = await sql<ApiKeyRow>`
    select api_key_id, public_id, api_key.name, prefix, role, node.code as org_code,
      node.name_zh as org_name_zh, node.name_en as org_name_en,
      created_by, api_key.created_at, last_used_at, revoked_at
    from org.api_key
    join org.node using (org_id)
    where api_key.org_id = any(${[...scope.orgIds]}::int[])
      ${id === undefined ? sql`` : sql`and public_id = ${id}`}
      ${before === undefined ? sql`` : sql`and api_key_id < ${before}`}
    order by api_key_id desc
    limit ${limit}`.execute(db);
  return rows;
}
