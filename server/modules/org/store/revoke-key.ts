import { type Kysely, sql } from 'kysely';

/** Ends a key; the time of the first end stays. */
export async function revokeKey(tx: Kysely<unknown>, apiKeyId: number, at: Date): Promise<void> {
  await sql`
    update org.api_key set revoked_at = ${at}
    where api_key_id = ${apiKeyId} and revoked_at is null`.execute(tx);
}
