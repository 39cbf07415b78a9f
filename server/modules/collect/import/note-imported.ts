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

/**
 * PostgreSQL sub-select `(identity_id, is_new)` of whose rows an import brought. An import of what another has brought under
 * the same message ids speaks of the same people, and has made none of them.
 */
export const importedSource = (importId: number): RawBuilder<unknown> => sql`(
  select noted.identity_id, bool_or(noted.is_new and noted.import_id = ${importId}) as is_new
  from collect.import
  join collect.import twin on twin.import_key = import.import_key and twin.source_id = import.source_id
  join collect.import_identity noted on noted.import_id = twin.import_id
  where import.import_id = ${importId}
  group by noted.identity_id
)`;
