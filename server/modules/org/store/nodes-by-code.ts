import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

/** The nodes with these codes, by code; unknown codes are absent. */
export async function nodesByCode(
  db: Kysely<unknown>,
  codes: readonly string[],
): Promise<ReadonlyMap<string, NodeRow>> {
  const { rows } = await sql<NodeRow>`
    select org_id, parent_id, kind, code, name_zh, name_en, timezone, currency, city, closed_at
    from org.node
    where code = any(${[...codes]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.code, row]));
}

/** The node with this code, or null. */
export async function nodeByCode(db: Kysely<unknown>, code: string): Promise<NodeRow | null> {
  return (await nodesByCode(db, [code])).get(code) ?? null;
}
