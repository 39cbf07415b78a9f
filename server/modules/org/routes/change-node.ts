import { changeNode as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { changeNode } from '../change-node.ts';
import { nodeInScope, showNode } from '../show-node.ts';

export const changeNodeEndpoint = endpoint(
  route,
  async ({ platform, actor, params, body, raw }) => {
    await changeNode(platform, actor, params.code, body, raw.request.ip);
    return showNode(await nodeInScope(platform.postgres.db(), actor.scope, params.code));
  },
);
