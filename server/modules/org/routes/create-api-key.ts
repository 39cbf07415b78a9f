import { createApiKey as route } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { createApiKey } from '../create-api-key.ts';
import { apiKeyInScope, showApiKey } from '../show-api-key.ts';

export const createApiKeyEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  const { id, key } = await createApiKey(platform, actor, body, raw.request.ip);
  const row = await apiKeyInScope(platform.postgres.db(), actor.scope, id);
  return { apiKey: showApiKey(row), key };
});
