import type { UserChange } from '@siyu/contract/org';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from './record-audit.ts';
import { hashPassword } from './secrets.ts';
import { nodeInScope } from './show-node.ts';
import { userInScope } from './show-user.ts';
import { changeUserRow } from './store/change-user-row.ts';
import { endSessions } from './store/end-sessions.ts';
import { hasActiveAdmin } from './store/has-active-admin.ts';
import { beginTreeChange } from './store/tree-version.ts';

/** Changes a user of the actor's scope. A new password, and disabling, end the user's sessions. */
export async function changeUser(
  platform: Platform,
  actor: Actor,
  user: string,
  change: UserChange,
  ip: string | null = null,
): Promise<void> {
  const passwordHash =
    change.password === undefined ? undefined : await hashPassword(change.password);
  await platform.postgres.transaction(async (tx) => {
    await beginTreeChange(tx);
    const row = await userInScope(tx, actor.scope, user);
    const node = change.org === undefined ? null : await nodeInScope(tx, actor.scope, change.org);
    await changeUserRow(tx, row.user_id, {
      name: change.name,
      role: change.role,
      org_id: node?.org_id,
      locale: change.locale,
      password_hash: passwordHash,
      ...(change.disabled === undefined
        ? {}
        : { disabled_at: change.disabled ? platform.clock.now() : null }),
      ...(change.unlock ? { locked_until: null, failed_logins: 0 } : {}),
    });
    if (!(await hasActiveAdmin(tx))) throw problem('org.last_admin');
    if (change.disabled || passwordHash) await endSessions(tx, row.user_id);
    const detail = { ...change, ...(passwordHash ? { newPassword: true } : {}) };
    await recordAudit(platform, tx, { actor, action: 'org.change_user', object: user, detail, ip });
  });
}
