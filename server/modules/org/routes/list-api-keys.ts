import { listApiKeys } from '@siyu/contract/org';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showApiKey } from '../show-api-key.ts';
import { apiKeyPage } from '../store/api-key-page.ts';

export const listApiKeysEndpoint = endpoint(listApiKeys, async ({ platform, actor, query }) => {
  const { cursor, limit = 50 } = query;
  const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : undefined;
  const rows = await apiKeyPage(platform.postgres.db(), actor.scope, { before, limit: limit + 1 });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(showApiKey),
    next: rows.length > limit && last ? encodeCursor([last.api_key_id]) : null,
  };
});
