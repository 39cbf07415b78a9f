import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';

/**
 * PostgreSQL condition that a row's organisation node is in a data scope.
 *
 * @example sql`select … from content.template where ${inOrgScope(scope, sql.ref('org_id'))}`
 */
export function inOrgScope(scope: Scope, orgColumn: RawBuilder<unknown>): RawBuilder<boolean> {
  if (scope.everything) return sql<boolean>`true`;
  return sql<boolean>`${orgColumn} = any(${[...scope.orgIds]}::int[])`;
}
