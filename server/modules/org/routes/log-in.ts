import { logIn as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { logIn } from '../log-in.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { showMe } from '../show-me.ts';

export const logInEndpoint = endpoint(route, async ({ platform, body, raw }) => {
  const { token, user } = await logIn(platform, body, raw.request.ip);
  setSessionCookie(platform, raw.reply, token);
  return showMe(platform, user, token);
});
