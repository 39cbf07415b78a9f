import { setUp as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { setUp } from '../set-up.ts';
import { showMe } from '../show-me.ts';

export const setUpEndpoint = endpoint(route, async ({ platform, body, raw }) => {
  const { token, user } = await setUp(platform, body, raw.request.ip);
  setSessionCookie(platform, raw.reply, token);
  return showMe(platform, user, token);
});
