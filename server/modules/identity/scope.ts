import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';

/**
 * PostgreSQL condition that the person in `personColumn` is in a data scope.
 *
 * @example selectFrom('identity.person').where(inScope(scope, sql.ref('person.person_id')))
 */
export function inScope(scope: Scope, personColumn: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`exists (
    select 1 from identity.identity member
    join identity.identity_org tie on tie.identity_id = member.identity_id
    where member.person_id = ${personColumn} and tie.org_id = any(${[...scope.orgIds]}::int[])
  )`;
}
