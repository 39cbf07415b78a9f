import { createNode as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { createNode } from '../create-node.ts';
import { scopeOf } from '../scope.ts';
import { nodeInScope, showNode } from '../show-node.ts';

export const createNodeEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  await createNode(platform, actor, body, raw.request.ip);
  const db = platform.postgres.db();
  return showNode(await nodeInScope(db, await scopeOf(db, actor.scope.rootId), body.code));
});
