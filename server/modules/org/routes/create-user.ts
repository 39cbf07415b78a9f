import { createUser as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { createUser } from '../create-user.ts';
import { showUser, userInScope } from '../show-user.ts';

export const createUserEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  const id = await createUser(platform, actor, body, raw.request.ip);
  return showUser(await userInScope(platform.postgres.db(), actor.scope, id));
});
