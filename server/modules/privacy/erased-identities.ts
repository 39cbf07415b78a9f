import { type Kysely, sql } from 'kysely';

/** Identities that a rebuild of ClickHouse must leave out. */
export async function erasedIdentities(db: Kysely<unknown>): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ identity_id: number }>`
    select (jsonb_array_elements_text(proof -> 'identityIds'))::bigint as identity_id
    from privacy.erasure where done_at is not null`.execute(db);
  return new Set(rows.map((row) => row.identity_id));
}
