import type { ApiKey } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import { problem, type Scope } from '../../platform/http/index.ts';
import { type ApiKeyRow, apiKeyPage } from './store/api-key-page.ts';

/** An API key as the outside sees it: without the key. */
export function showApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.public_id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    org: row.org_code,
    orgNameZh: row.org_name_zh,
    orgNameEn: row.org_name_en,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

/** The API key with this id within a scope; throws `org.api_key_unknown`. */
export async function apiKeyInScope(
  db: Kysely<unknown>,
  scope: Scope,
  key: string,
): Promise<ApiKeyRow> {
  const [row] = await apiKeyPage(db, scope, { id: key, limit: 1 });
  if (!row) throw problem('org.api_key_unknown', { key });
  return row;
}
