import { revokeApiKey } from '@siyu/contract/org';
import { endpoint } from '../../../platform/http/index.ts';
import { recordAudit } from '../record-audit.ts';
import { apiKeyInScope, showApiKey } from '../show-api-key.ts';
import { revokeKey } from '../store/revoke-key.ts';

export const revokeApiKeyEndpoint = endpoint(revokeApiKey, ({ platform, actor, params, raw }) =>
  platform.postgres.transaction(async (tx) => {
    const row = await apiKeyInScope(tx, actor.scope, params.key);
    await revokeKey(tx, row.api_key_id, platform.clock.now());
    const action = 'org.revoke_api_key';
    await recordAudit(platform, tx, { actor, action, object: params.key, ip: raw.request.ip });
    return showApiKey(await apiKeyInScope(tx, actor.scope, params.key));
  }),
);
