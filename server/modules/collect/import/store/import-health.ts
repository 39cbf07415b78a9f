import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../../platform/http/index.ts';

/** How many imports since a moment failed, and how many ended with refused rows. */
export async function importHealth(
  db: Kysely<unknown>,
  scope: Scope,
  since: Date,
): Promise<{ readonly all: number; readonly failed: number; readonly withErrors: number }> {
  const { rows } = await sql<{ all: number; failed: number; withErrors: number }>`
    select count(*)::int as all, count(*) filter (where import.state = 'failed')::int as failed,
      count(*) filter (where import.state = 'done' and import.error_bytes > 0)::int as "withErrors"
    from collect.import join collect.source using (source_id)
    where import.created_at >= ${since} and source.org_id = any(${[...scope.orgIds]}::int[])`.execute(
    db,
  );
  return rows[0] ?? { all: 0, failed: 0, withErrors: 0 };
}
