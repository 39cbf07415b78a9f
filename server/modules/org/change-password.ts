import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkPassword } from './check-password.ts';
import { recordAudit } from './record-audit.ts';
import { hashPassword, hashSecret } from './secrets.ts';
import { changeUserRow } from './store/change-user-row.ts';
import { endSessions } from './store/end-sessions.ts';
import { userById } from './store/user-by-id.ts';

/** Gives a user a new password for the right old one, and ends their sessions except the one of `token`. */
export async function changePassword(
  platform: Platform,
  actor: Actor,
  token: string,
  { current, next }: { readonly current: string; readonly next: string },
  ip: string | null,
): Promise<void> {
  const user = await userById(platform.postgres.db(), actor.id);
  if (!user) throw problem('platform.not_logged_in');
  if (!(await checkPassword(platform, user.login, current))) throw problem('org.password_wrong');
  const passwordHash = await hashPassword(next);
  await platform.postgres.transaction(async (tx) => {
    await changeUserRow(tx, user.user_id, { password_hash: passwordHash });
    await endSessions(tx, user.user_id, hashSecret(token));
    await recordAudit(platform, tx, { actor, action: 'org.change_password', ip });
  });
}
