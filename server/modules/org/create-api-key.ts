import type { Role } from '@siyu/contract/org';
import { publicId } from '../../platform/crypto/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from './record-audit.ts';
import { hashSecret, randomSecret } from './secrets.ts';
import { nodeInScope } from './show-node.ts';
import { insertApiKey } from './store/insert-api-key.ts';

/** Letters of a key that are kept in the clear: `siyu_` and five more. */
const prefixLength = 10;

/** Makes an API key within the actor's scope. `key` is the only copy of it. */
export async function createApiKey(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  input: { readonly name: string; readonly role: Role; readonly org: string },
  ip: string | null = null,
): Promise<{ readonly id: string; readonly key: string }> {
  const id = publicId('key');
  const key = `siyu_${randomSecret()}`;
  await platform.postgres.transaction(async (tx) => {
    const node = await nodeInScope(tx, actor.scope, input.org);
    await insertApiKey(
      tx,
      {
        public_id: id,
        name: input.name,
        prefix: key.slice(0, prefixLength),
        key_hash: hashSecret(key),
        role: input.role,
        org_id: node.org_id,
        created_by: actor.id,
      },
      platform.clock.now(),
    );
    const detail = { ...input };
    await recordAudit(platform, tx, {
      actor,
      action: 'org.create_api_key',
      object: id,
      detail,
      ip,
    });
  });
  return { id, key };
}
