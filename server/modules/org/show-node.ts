import type { OrgNode } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import { problem, type Scope } from '../../platform/http/index.ts';
import { nodePage } from './store/node-page.ts';
import type { TreeNodeRow } from './store/tree-nodes.ts';

/** A node as the outside sees it. */
export function showNode(row: TreeNodeRow): OrgNode {
  return {
    code: row.code,
    kind: row.kind,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    parent: row.parent_code,
    depth: row.depth,
    timezone: row.timezone,
    currency: row.currency,
    city: row.city,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}

/** The node with this code within a scope; throws `org.node_unknown`. */
export async function nodeInScope(
  db: Kysely<unknown>,
  scope: Scope,
  code: string,
): Promise<TreeNodeRow> {
  const [row] = await nodePage(db, scope, { codes: [code], closed: true, after: '', limit: 1 });
  if (!row) throw problem('org.node_unknown', { code });
  return row;
}
