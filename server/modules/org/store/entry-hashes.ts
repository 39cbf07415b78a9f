import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';

/**
 * SHA-256 of each of these entries, by id; entries that are gone are absent. Time counts in microseconds and detail as
 * PostgreSQL prints it, so nothing of a row can change without its hash.
 */
export async function entryHashes(
  db: Kysely<unknown>,
  entryIds: readonly number[],
): Promise<ReadonlyMap<number, Buffer>> {
  const { rows } = await sql<{ entry_id: number; content: string[] }>`
    select entry_id, array[entry_id::text, (extract(epoch from at) * 1000000)::bigint::text, actor,
      org_id::text, action, object, detail::text, ip] as content
    from org.audit_entry
    where entry_id = any(${[...entryIds]}::bigint[])`.execute(db);
  return new Map(
    rows.map((row) => [
      row.entry_id,
      createHash('sha256').update(JSON.stringify(row.content)).digest(),
    ]),
  );
}
