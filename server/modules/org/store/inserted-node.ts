import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

/** Adds a node with its closure below `parent_id` and returns its id; null when its code is taken. */
export async function insertedNode(
  tx: Kysely<unknown>,
  node: Omit<NodeRow, 'org_id' | 'closed_at'>,
  at: Date,
): Promise<number | null> {
  const { rows } = await sql<{ org_id: number }>`
    with node as (
      insert into org.node
        (parent_id, kind, code, name_zh, name_en, timezone, currency, city, created_at)
      values (${node.parent_id}, ${node.kind}, ${node.code}, ${node.name_zh}, ${node.name_en},
        ${node.timezone}, ${node.currency}, ${node.city}, ${at})
      on conflict (code) do nothing
      returning org_id
    ), closure as (
      insert into org.closure (ancestor_id, descendant_id, depth)
      select org_id, org_id, 0 from node
      union all
      select above.ancestor_id, node.org_id, above.depth + 1
      from node
      join org.closure above on above.descendant_id = ${node.parent_id}
    )
    select org_id from node`.execute(tx);
  return rows[0]?.org_id ?? null;
}
