import { type Kysely, sql } from 'kysely';

/** Hangs a node with everything below it under another parent, closure included. */
export async function moveSubtree(
  tx: Kysely<unknown>,
  orgId: number,
  parentId: number,
): Promise<void> {
  await sql`update org.node set parent_id = ${parentId} where org_id = ${orgId}`.execute(tx);
  await sql`
    delete from org.closure
    using org.closure below, org.closure above
    where below.ancestor_id = ${orgId}
      and above.descendant_id = ${orgId} and above.depth > 0
      and closure.descendant_id = below.descendant_id
      and closure.ancestor_id = above.ancestor_id`.execute(tx);
  await sql`
    insert into org.closure (ancestor_id, descendant_id, depth)
    select above.ancestor_id, below.descendant_id, above.depth + below.depth + 1
    from org.closure above
    cross join org.closure below
    where above.descendant_id = ${parentId} and below.ancestor_id = ${orgId}`.execute(tx);
}
