import { type Kysely, sql } from 'kysely';

/** The identities among some that are on the white list. */
export async function testersAmong(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<ReadonlySet<number>> {
  if (identityIds.length === 0) return new Set();
  const { rows } = await sql<{ identity_id: number }>`
    select identity_id from channel.tester where identity_id = any(${identityIds}::bigint[])`.execute(
    db,
  );
  return new Set(rows.map((row) => row.identity_id));
}
