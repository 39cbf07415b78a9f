import { type Kysely, sql } from 'kysely';

/** The node itself and everything above it, nearest first; empty for an unknown node. */
export async function ancestorsOf(db: Kysely<unknown>, orgId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ ancestor_id: number }>`
    select ancestor_id
    from org.closure
    where descendant_id = ${orgId}
    order by depth`.execute(db);
  return rows.map((row) => row.ancestor_id);
}
