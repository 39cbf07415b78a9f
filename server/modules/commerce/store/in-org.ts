import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';

/** Condition that a row's `org_id` lies in a data scope. */
export const inOrg = (scope: Scope): RawBuilder<boolean> =>
  scope.everything ? sql<boolean>`true` : sql<boolean>`org_id = any(${[...scope.orgIds]}::int[])`;
