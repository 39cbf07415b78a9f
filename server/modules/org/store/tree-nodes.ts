import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

export interface TreeNodeRow extends NodeRow {
  readonly parent_code: string | null;
  /** 0 for the root of the organisation. */
  readonly depth: number;
}

/** The subtree of a node, parents before children, siblings by code; `levels` below the top at most. */
export async function treeNodes(
  db: Kysely<unknown>,
  { rootId, levels, closed }: { rootId: number; levels: number; closed: boolean },
): Promise<readonly TreeNodeRow[]> {
  const { rows } = await sql<TreeNodeRow>`
    with recursive tree as (
      select node.*, null::text as parent_code, array[node.code] as path, 0 as level,
        (select count(*)::int - 1 from org.closure where descendant_id = node.org_id) as depth
      from org.node
      where org_id = ${rootId}
      union all
      select child.*, tree.code, tree.path || child.code, tree.level + 1, tree.depth + 1
      from tree
      join org.node child on child.parent_id = tree.org_id
      where tree.level < ${levels} and (${closed} or child.closed_at is null)
    )
    select org_id, parent_id, parent_code, kind, code, name_zh, name_en, timezone, currency, city, closed_at, depth
    from tree
    order by path`.execute(db);
  return rows;
}
