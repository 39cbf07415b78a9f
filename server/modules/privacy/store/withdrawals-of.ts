import { type Kysely, sql } from 'kysely';

/** Withdrawn states in force of some identities. */
export async function withdrawalsOf(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<
  readonly { identityId: number; purpose: string; channel: string; orgId: number; at: Date }[]
> {
  if (identityIds.length === 0) return [];
  const { rows } = await sql<{
    identityId: number;
    purpose: string;
    channel: string;
    orgId: number;
    at: Date;
  }>`
    select identity_id as "identityId", purpose, channel, org_id as "orgId", at
    from privacy.consent_state
    where identity_id = any(${identityIds}::bigint[]) and state = 'withdrawn'`.execute(db);
  return rows;
}
