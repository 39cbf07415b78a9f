import { timingSafeEqual } from 'node:crypto';
import { resolveWriteKey } from '../modules/collect/index.ts';
import { apiKeyByText, createScopeCache, rootNode, userBySession } from '../modules/org/index.ts';
import type { Actor, Callers } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';

/** Puts together how callers are known: sessions and API keys by org, write keys by collect, `localKey` for this machine. */
export function callersOf(platform: Platform, localKey: string): Callers {
  const scopes = createScopeCache(platform.postgres.db());
  const local = Buffer.from(localKey);
  return {
    bySession: (token) => userBySession(platform, scopes, token),
    byApiKey: (key) => {
      const given = Buffer.from(key);
      const isLocal = given.length === local.length && timingSafeEqual(given, local);
      return isLocal ? systemActor(platform) : apiKeyByText(platform, scopes, key);
    },
    byWriteKey: async (key) => {
      const source = await resolveWriteKey(platform, key);
      if (!source) return null;
      return {
        kind: 'source',
        id: source.publicId,
        sourceId: source.sourceId,
        role: null,
        scope: await scopes.scopeOf(source.orgId),
        locale: 'en-US',
      };
    },
  };
}

async function systemActor(platform: Platform): Promise<Actor> {
  const db = platform.postgres.db();
  const root = await rootNode(db);
  const scopes = createScopeCache(db);
  return {
    kind: 'system',
    id: 'system',
    role: 'admin',
    scope: root ? await scopes.scopeOf(root.org_id) : { rootId: 0, everything: true, orgIds: [] },
    locale: 'en-US',
  };
}
