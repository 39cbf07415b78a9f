import { type Kysely, sql } from 'kysely';

/** The brand each node belongs to: itself or its nearest ancestor of that kind, else the root. Unknown nodes are absent. */
export async function brandsOf(
  db: Kysely<unknown>,
  orgIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ descendant_id: number; ancestor_id: number }>`
    select distinct on (closure.descendant_id) closure.descendant_id, closure.ancestor_id
    from org.closure
    join org.node on node.org_id = closure.ancestor_id
    where closure.descendant_id = any(${[...orgIds]}::int[])
      and (node.kind = 'brand' or node.parent_id is null)
    order by closure.descendant_id, node.kind = 'brand' desc, closure.depth`.execute(db);
  return new Map(rows.map((row) => [row.descendant_id, row.ancestor_id]));
}

/** The brand of one node; null for an unknown node. */
export async function brandOf(db: Kysely<unknown>, orgId: number): Promise<number | null> {
  return (await brandsOf(db, [orgId])).get(orgId) ?? null;
}
