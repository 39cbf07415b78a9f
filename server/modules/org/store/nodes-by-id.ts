import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

/** The nodes with these ids, by id; unknown ids are absent. */
export async function nodesById(
  db: Kysely<unknown>,
  orgIds: readonly number[],
): Promise<ReadonlyMap<number, NodeRow>> {
  const { rows } = await sql<NodeRow>`
    select org_id, parent_id, kind, code, name_zh, name_en, timezone, currency, city, closed_at
    from org.node
    where org_id = any(${[...orgIds]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.org_id, row]));
}
