import type { BodyOf } from '@siyu/contract/kit';
import type { setUp as setUpRoute } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { recordAudit } from './record-audit.ts';
import { hashPassword } from './secrets.ts';
import { hasUsers } from './store/has-users.ts';
import { insertedNode } from './store/inserted-node.ts';
import { insertedUser } from './store/inserted-user.ts';
import { rootNode } from './store/root-node.ts';
import { beginTreeChange } from './store/tree-version.ts';
import { requireTimeZone } from './time-zone.ts';

/** Code of the organisation's root. */
const rootCode = 'root';

/**
 * Makes the root of the organisation and its first administrator and opens their session. Of two who try at
 * once one wins; when there is a user already it is `org.already_set_up`.
 */
export async function setUp(
  platform: Platform,
  input: BodyOf<typeof setUpRoute>,
  ip: string | null,
): Promise<OpenedSession> {
  const timezone = input.timezone ?? 'Asia/Shanghai';
  requireTimeZone(timezone);
  const passwordHash = await hashPassword(input.password);
  return platform.postgres.transaction(async (tx) => {
    await beginTreeChange(tx);
    if (await hasUsers(tx)) throw problem('org.already_set_up');
    const now = platform.clock.now();
    const orgId = await makeRoot(tx, { ...input, timezone }, now);
    const id = publicId('usr');
    const userId = await insertedUser(
      tx,
      {
        public_id: id,
        login: input.login.toLowerCase(),
        name: input.name,
        role: 'admin',
        org_id: orgId,
        locale: input.locale ?? 'zh-CN',
        password_hash: passwordHash,
      },
      now,
    );
    if (userId === null) throw problem('org.already_set_up');
    const actor = { id, scope: { rootId: orgId, everything: true, orgIds: [orgId] } };
    await recordAudit(platform, tx, { actor, action: 'org.set_up', object: id, ip });
    return { token: await openSession(platform, tx, userId), user: id };
  });
}

async function makeRoot(
  tx: Kysely<unknown>,
  input: { nameZh: string; nameEn?: string; timezone: string; currency?: string },
  at: Date,
): Promise<number> {
  const existing = await rootNode(tx);
  if (existing) return existing.org_id;
  const orgId = await insertedNode(
    tx,
    {
      parent_id: null,
      kind: 'group',
      code: rootCode,
      name_zh: input.nameZh,
      name_en: input.nameEn ?? input.nameZh,
      timezone: input.timezone,
      currency: input.currency ?? 'CNY',
      city: null,
    },
    at,
  );
  if (orgId === null) throw problem('org.already_set_up');
  return orgId;
}
