import { type Kysely, sql } from 'kysely';

/** Makes people findable by keyed hashes of parts of their personal values. */
export async function putBlindIndex(
  db: Kysely<unknown>,
  entries: readonly { readonly field: string; readonly hash: string; readonly personId: number }[],
): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into privacy.blind_index (field, hash, person_id)
    select distinct field, hash, person_id
    from unnest(
      ${entries.map((entry) => entry.field)}::text[], ${entries.map((entry) => entry.hash)}::uuid[],
      ${entries.map((entry) => entry.personId)}::bigint[]
    ) as entry (field, hash, person_id)
    on conflict do nothing`.execute(db);
}
