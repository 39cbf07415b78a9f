import { type Kysely, sql } from 'kysely';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';

export interface AuditAct {
  /** Who did it; `system` for what the house does by itself. */
  readonly actor: Pick<Actor, 'id' | 'scope'> | 'system';
  /** `module.verb_object`, declared with its display names in `platform.registries.auditActions`. */
  readonly action: string;
  /** Public id or code of what it was done to. */
  readonly object?: string | null;
  /** What was changed to what; no personal values, no secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
  readonly ip?: string | null;
}

/** Writes an act to the audit log, in the transaction of the act when there is one. Passwords in `detail` are left out. */
export async function recordAudit(
  platform: Platform,
  tx: Kysely<unknown> | null,
  act: AuditAct,
): Promise<void> {
  if (!platform.registries.auditActions.has(act.action)) {
    throw new Error(
      `The audit action ${act.action} has no display names: set them in platform.registries.auditActions when the module registers`,
    );
  }
  const actor = act.actor === 'system' ? { id: 'system', orgId: 0 } : idAndNode(act.actor);
  const { password: _, ...detail } = act.detail ?? {};
  await sql`
    with entry as (
      insert into org.audit_entry (at, actor, org_id, action, object, detail, ip)
      values (${platform.clock.now()}, ${actor.id}, ${actor.orgId}, ${act.action},
        ${act.object ?? null}, ${JSON.stringify(detail)}, ${act.ip ?? null})
      returning entry_id
    )
    insert into org.audit_unsealed (entry_id)
    select entry_id from entry`.execute(tx ?? platform.postgres.db());
}

function idAndNode(actor: Pick<Actor, 'id' | 'scope'>) {
  return { id: actor.id, orgId: actor.scope.rootId };
}
