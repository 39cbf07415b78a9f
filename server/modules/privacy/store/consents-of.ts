import { type Kysely, sql } from 'kysely';

export interface ConsentRow {
  readonly entry_id: number;
  readonly purpose: string;
  readonly channel: string;
  readonly org_id: number;
  readonly state: 'granted' | 'withdrawn';
  readonly source_id: number;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly at: Date;
}

/** The ledger of some identities, newest first. */
export async function consentsOf(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<readonly ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`
    select entry_id, purpose, channel, org_id, state, source_id, evidence, at
    from privacy.consent_entry where identity_id = any(${identityIds}::bigint[]) order by at desc, entry_id desc`.execute(
    db,
  );
  return rows;
}
