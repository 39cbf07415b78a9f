import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import type { TreeNodeRow } from './tree-nodes.ts';

/** Nodes of a scope after `after`, by code; at most `limit`. */
export async function nodePage(
  db: Kysely<unknown>,
  scope: Scope,
  filter: {
    readonly search?: string | undefined;
    readonly kind?: string | undefined;
    readonly parent?: string | undefined;
    readonly codes?: readonly string[] | undefined;
    readonly closed: boolean;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly TreeNodeRow[]> {
  const { search, kind, parent, codes, closed, after, limit } = filter;
  const { rows } = await sql<TreeNodeRow>`
    select node.org_id, node.parent_id, parent.code as parent_code, node.kind, node.code, node.name_zh,
      node.name_en, node.timezone, node.currency, node.city, node.closed_at,
      (select count(*)::int - 1 from org.closure where descendant_id = node.org_id) as depth
    from org.node
    left join org.node parent on parent.org_id = node.parent_id and node.org_id <> ${scope.rootId}
    where node.org_id = any(${[...scope.orgIds]}::int[])
      and node.code > ${after}
      ${codes === undefined ? sql`` : sql`and node.code = any(${[...codes]}::text[])`}
      ${kind === undefined ? sql`` : sql`and node.kind = ${kind}`}
      ${parent === undefined ? sql`` : sql`and parent.code = ${parent}`}
      ${closed ? sql`` : sql`and node.closed_at is null`}
      ${search === undefined ? sql`` : matches(search)}
    order by node.code
    limit ${limit}`.execute(db);
  return rows;
}

function matches(search: string) {
  const text = search.toLowerCase();
  return sql`and (strpos(lower(node.name_zh), ${text}) > 0 or strpos(lower(node.name_en), ${text}) > 0
    or strpos(lower(node.code), ${text}) > 0)`;
}
