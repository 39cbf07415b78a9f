import type { Locale, Role } from '@siyu/contract/org';
import { publicId } from '../../platform/crypto/index.ts';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from './record-audit.ts';
import { hashPassword } from './secrets.ts';
import { nodeInScope } from './show-node.ts';
import { insertedUser } from './store/inserted-user.ts';
import { beginTreeChange } from './store/tree-version.ts';

export interface UserToCreate {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  /** Code of the node whose subtree the user sees. */
  readonly org: string;
  readonly password: string;
  readonly locale?: Locale | undefined;
}

/** Adds a user within the actor's scope and returns the public id. */
export async function createUser(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  input: UserToCreate,
  ip: string | null = null,
): Promise<string> {
  const passwordHash = await hashPassword(input.password);
  return platform.postgres.transaction(async (tx) => {
    await beginTreeChange(tx);
    const node = await nodeInScope(tx, actor.scope, input.org);
    const id = publicId('usr');
    const userId = await insertedUser(
      tx,
      {
        public_id: id,
        login: input.login.toLowerCase(),
        name: input.name,
        role: input.role,
        org_id: node.org_id,
        locale: input.locale ?? 'zh-CN',
        password_hash: passwordHash,
      },
      platform.clock.now(),
    );
    if (userId === null) throw problem('org.login_taken', { login: input.login });
    const detail = { role: input.role, org: input.org };
    await recordAudit(platform, tx, { actor, action: 'org.create_user', object: id, detail, ip });
    return id;
  });
}
