import { type Kysely, sql } from 'kysely';
import type { NodeRow } from './node-row.ts';

/** Writes a node's names, place and money; fields that are absent stay. */
export async function changeNodeRow(
  tx: Kysely<unknown>,
  orgId: number,
  change: Partial<Pick<NodeRow, 'name_zh' | 'name_en' | 'timezone' | 'currency' | 'city'>>,
): Promise<void> {
  const assignments = Object.entries(change)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  if (assignments.length === 0) return;
  await sql`update org.node set ${sql.join(assignments)} where org_id = ${orgId}`.execute(tx);
}
