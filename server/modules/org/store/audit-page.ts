import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';

export interface AuditRow {
  readonly entry_id: number;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly object: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly ip: string | null;
}

/** Acts of users and keys whose node is in the scope, newest first, older than `before`; at most `limit`. */
export async function auditPage(
  db: Kysely<unknown>,
  scope: Scope,
  filter: {
    readonly actor?: string | undefined;
    readonly action?: string | undefined;
    readonly object?: string | undefined;
    readonly from?: Date | undefined;
    readonly to?: Date | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly AuditRow[]> {
  const { actor, action, object, from, to, before, limit } = filter;
  const { rows } = await sql<AuditRow>`
    select entry_id, at, actor, action, object, detail, ip
    from org.audit_entry
    where true
      ${scope.everything ? sql`` : sql`and org_id = any(${[...scope.orgIds]}::int[])`}
      ${actor === undefined ? sql`` : sql`and actor = ${actor}`}
      ${action === undefined ? sql`` : sql`and starts_with(action, ${action})`}
      ${object === undefined ? sql`` : sql`and object = ${object}`}
      ${from === undefined ? sql`` : sql`and at >= ${from}`}
      ${to === undefined ? sql`` : sql`and at < ${to}`}
      ${before === undefined ? sql`` : sql`and entry_id < ${before}`}
    order by entry_id desc
    limit ${limit}`.execute(db);
  return rows;
}
