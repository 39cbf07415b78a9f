import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';

/** How many segments of a part of the organisation are in use, and the names of those whose last count failed. */
export async function segmentHealth(
  db: Kysely<unknown>,
  scope: Scope,
): Promise<{ readonly active: number; readonly failed: readonly string[] }> {
  const { rows } = await sql<{ active: number; failed: string[] }>`
    select count(*)::int as active,
      coalesce(array_agg(name order by changed_at desc) filter (where failure is not null), '{}') as failed
    from segment.segment
    where state = 'active' and org_id = any(${[...scope.orgIds]}::int[])`.execute(db);
  return rows[0] ?? { active: 0, failed: [] };
}
