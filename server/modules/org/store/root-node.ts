import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

/** The root of the organisation, whose time zone and currency are the organisation's; null before set-up. */
export async function rootNode(db: Kysely<unknown>): Promise<NodeRow | null> {
  const { rows } = await sql<NodeRow>`
    select org_id, parent_id, kind, code, name_zh, name_en, timezone, currency, city, closed_at
    from org.node
    where parent_id is null`.execute(db);
  return rows[0] ?? null;
}
