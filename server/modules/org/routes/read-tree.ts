import { readTree } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { showNode } from '../show-node.ts';
import { treeNodes } from '../store/tree-nodes.ts';

/** Deeper than any organisation; the recursion needs an end. */
const allLevels = 1_000;

export const readTreeEndpoint = endpoint(readTree, async ({ platform, actor, query }) => {
  const rows = await treeNodes(platform.postgres.db(), {
    rootId: actor.scope.rootId,
    levels: query.depth ?? allLevels,
    closed: query.closed ?? false,
  });
  return { nodes: rows.map(showNode) };
});
