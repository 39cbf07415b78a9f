import { type Kysely, type RawBuilder, sql } from 'kysely';

export interface ImportedIdentity {
  readonly importId: number;
  readonly identityId: number;
  /** The import made the person. */
  readonly isNew: boolean;
}

/** Notes whose rows an import brought. A person met again later in the same import stays new. */
export async function noteImported(
  tx: Kysely<unknown>,
  rows: readonly ImportedIdentity[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into collect.import_identity (import_id, identity_id, is_new)
    select import_id, identity_id, is_new
    from unnest(
      ${rows.map((row) => row.importId)}::bigint[], ${rows.map((row) => row.identityId)}::bigint[],
      ${rows.map((row) => row.isNew)}::boolean[]
    ) as noted (import_id, identity_id, is_new)
    join collect.import using (import_id)
    on conflict (import_id, identity_id) do nothing`.execute(tx);
}

/** PostgreSQL sub-select `(identity_id, is_new)` of whose rows an import brought. */
export const importedSource = (importId: number): RawBuilder<unknown> =>
  sql`(select identity_id, is_new from collect.import_identity where import_id = ${importId})`;
