import { changePassword as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { changePassword } from '../change-password.ts';
import { tokenOf } from '../session-cookie.ts';

export const changePasswordEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  await changePassword(platform, actor, tokenOf(actor, raw.request), body, raw.request.ip);
  return {};
});
