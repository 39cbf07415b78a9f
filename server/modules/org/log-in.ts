import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkPassword } from './check-password.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { recordAudit } from './record-audit.ts';

/** Opens a session for a login and password. */
export async function logIn(
  platform: Platform,
  { login, password }: { readonly login: string; readonly password: string },
  ip: string | null,
): Promise<OpenedSession> {
  const account = await checkPassword(platform, login, password);
  if (!account) {
    await recordAudit(platform, null, { actor: 'system', action: 'org.refuse_log_in', ip });
    throw problem('org.login_wrong');
  }
  return platform.postgres.transaction(async (tx) => {
    const actor = {
      id: account.public_id,
      scope: { rootId: account.org_id, everything: false, orgIds: [] },
    };
    await recordAudit(platform, tx, { actor, action: 'org.log_in', ip });
    return {
      token: await openSession(platform, tx, account.user_id),
      user: account.public_id,
    };
  });
}
