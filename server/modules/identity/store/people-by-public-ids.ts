import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { inScope } from '../scope.ts';

/** The active people of public ids within a data scope, merges followed; others are absent. */
export async function peopleByPublicIds(
  db: Kysely<unknown>,
  scope: Scope,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ wanted: string; person_id: number }>`
    with recursive chain as (
      select public_id as wanted, person_id, state, merged_into from identity.person
      where public_id = any(${[...publicIds]}::text[])
      union all
      select chain.wanted, next.person_id, next.state, next.merged_into
      from chain join identity.person next on next.person_id = chain.merged_into and chain.state = 'merged'
    )
    select wanted, person_id from chain
    where state = 'active' and ${inScope(scope, sql.ref('chain.person_id'))}`.execute(db);
  return new Map(rows.map((row) => [row.wanted, row.person_id]));
}
