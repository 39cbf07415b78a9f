import { type Kysely, sql } from 'kysely';

/** The number and the name of sources by public id; unknown ones are absent. */
export async function sourceNumbers(
  db: Kysely<unknown>,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly number: number; readonly name: string }>> {
  const { rows } = await sql<{ public_id: string; number: number; name: string }>`
    select public_id, source_id as number, name from collect.source
    where public_id = any(${[...publicIds]}::text[])`.execute(db);
  return new Map(rows.map(({ public_id, ...source }) => [public_id, source]));
}
