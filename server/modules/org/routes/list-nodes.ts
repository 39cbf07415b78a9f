import { listNodes } from '@siyu/contract/org';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showNode } from '../show-node.ts';
import { nodePage } from '../store/node-page.ts';

export const listNodesEndpoint = endpoint(listNodes, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, closed = false, ...filter } = query;
  const [after = ''] = cursor ? decodeCursor(cursor, 1) : [];
  const rows = await nodePage(platform.postgres.db(), actor.scope, {
    ...filter,
    closed,
    after: String(after),
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(showNode),
    next: rows.length > limit && last ? encodeCursor([last.code]) : null,
  };
});
