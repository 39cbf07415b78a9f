import type { Role } from '@siyu/contract/org';
import { type Kysely, sql } from 'kysely';

export interface LiveApiKey {
  readonly api_key_id: number;
  readonly public_id: string;
  readonly role: Role;
  readonly org_id: number;
  readonly last_used_at: Date | null;
  readonly tree_version: number;
}

/** The API key with this hash, unless it was revoked. */
export async function liveApiKey(db: Kysely<unknown>, keyHash: Buffer): Promise<LiveApiKey | null> {
  const { rows } = await sql<LiveApiKey>`
    select api_key_id, public_id, role, org_id, last_used_at,
      (select version from org.tree_version) as tree_version
    from org.api_key
    where key_hash = ${keyHash} and revoked_at is null`.execute(db);
  return rows[0] ?? null;
}

/** Notes that a key is in use. */
export async function touchApiKey(db: Kysely<unknown>, apiKeyId: number, at: Date): Promise<void> {
  await sql`update org.api_key set last_used_at = ${at} where api_key_id = ${apiKeyId}`.execute(db);
}
