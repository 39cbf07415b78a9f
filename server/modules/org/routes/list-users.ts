import { listUsers } from '@siyu/contract/org';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showUser } from '../show-user.ts';
import { userPage } from '../store/user-page.ts';

export const listUsersEndpoint = endpoint(listUsers, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await userPage(platform.postgres.db(), actor.scope, {
    ...filter,
    before,
    limit: limit + 1,
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(showUser),
    next: rows.length > limit && last ? encodeCursor([last.user_id]) : null,
  };
});
