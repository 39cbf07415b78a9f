import { type Me, permissions, roleHolds } from '@siyu/contract/org';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { csrfOf } from './secrets.ts';
import { rootNode } from './store/root-node.ts';
import { userById } from './store/user-by-id.ts';

/** What GET /api/me says to the user of a session. */
export async function showMe(platform: Platform, userId: string, token: string): Promise<Me> {
  const db = platform.postgres.db();
  const [user, root] = await Promise.all([userById(db, userId), rootNode(db)]);
  if (!user || !root) throw problem('platform.not_logged_in');
  const names = Object.keys(permissions) as (keyof typeof permissions)[];
  return {
    user: {
      id: user.public_id,
      login: user.login,
      name: user.name,
      role: user.role,
      locale: user.locale,
    },
    permissions: names.filter((name) => roleHolds(user.role, name)),
    scope: {
      org: user.org_code,
      kind: user.org_kind,
      nameZh: user.org_name_zh,
      nameEn: user.org_name_en,
      everything: user.org_code === root.code,
    },
    organisation: {
      nameZh: root.name_zh,
      nameEn: root.name_en,
      timezone: root.timezone,
      currency: root.currency,
    },
    csrf: csrfOf(token),
  };
}
