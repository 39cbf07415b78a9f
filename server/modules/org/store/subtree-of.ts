import { type Kysely, sql } from 'kysely';

/** A node and everything below it, with whether that is the whole organisation. */
export async function subtreeOf(
  db: Kysely<unknown>,
  orgId: number,
): Promise<{ readonly orgIds: readonly number[]; readonly isRoot: boolean }> {
  const { rows } = await sql<{ org_ids: number[] | null; is_root: boolean | null }>`
    select
      (select array_agg(descendant_id order by descendant_id)
       from org.closure where ancestor_id = ${orgId}) as org_ids,
      (select parent_id is null from org.node where org_id = ${orgId}) as is_root`.execute(db);
  return { orgIds: rows[0]?.org_ids ?? [], isRoot: rows[0]?.is_root ?? false };
}
