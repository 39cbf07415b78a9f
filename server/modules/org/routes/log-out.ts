import { logOut } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../record-audit.ts';
import { hashSecret } from '../secrets.ts';
import { clearSessionCookie, tokenOf } from '../session-cookie.ts';
import { endSession } from '../store/end-sessions.ts';

export const logOutEndpoint = endpoint(logOut, async ({ platform, actor, raw }) => {
  const token = tokenOf(actor, raw.request);
  await endSession(platform.postgres.db(), hashSecret(token));
  await recordAudit(platform, null, { actor, action: 'org.log_out', ip: raw.request.ip });
  clearSessionCookie(raw.reply);
  return {};
});
