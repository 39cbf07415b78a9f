import { changeUser as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { changeUser } from '../change-user.ts';
import { showUser, userInScope } from '../show-user.ts';

export const changeUserEndpoint = endpoint(
  route,
  async ({ platform, actor, params, body, raw }) => {
    await changeUser(platform, actor, params.user, body, raw.request.ip);
    return showUser(await userInScope(platform.postgres.db(), actor.scope, params.user));
  },
);
