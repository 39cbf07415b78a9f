import { type Actor, type BrowserSession, localeOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { ScopeCache } from './scope.ts';
import { csrfOf, hashSecret } from './secrets.ts';
import { liveApiKey, touchApiKey } from './store/live-api-key.ts';
import { liveSession, touchSession } from './store/live-session.ts';

/** A use is written down at most this often. */
const touchMs = 60_000;

/** The user behind a session's token, with role and scope as of now; null when it has ended. */
export async function userBySession(
  platform: Platform,
  scopes: ScopeCache,
  token: string,
): Promise<BrowserSession | null> {
  const { config, clock, postgres } = platform;
  const db = postgres.db();
  const now = clock.now();
  const tokenHash = hashSecret(token);
  const session = await liveSession(db, tokenHash, {
    createdAfter: new Date(now.getTime() - config.sessionHours * 3_600_000),
    usedAfter: new Date(now.getTime() - config.sessionIdleMinutes * 60_000),
  });
  if (!session) return null;
  if (now.getTime() - session.used_at.getTime() > touchMs) await touchSession(db, tokenHash, now);
  const actor: Actor = {
    kind: 'user',
    id: session.public_id,
    role: session.role,
    scope: await scopes.scopeOf(session.org_id, session.tree_version),
    locale: session.locale,
  };
  return { actor, csrf: csrfOf(token) };
}

/** The API key, with role and scope as of now; null when it is unknown or revoked. */
export async function apiKeyByText(
  platform: Platform,
  scopes: ScopeCache,
  key: string,
): Promise<Actor | null> {
  const db = platform.postgres.db();
  const now = platform.clock.now();
  const found = await liveApiKey(db, hashSecret(key));
  if (!found) return null;
  if (now.getTime() - (found.last_used_at?.getTime() ?? 0) > touchMs) {
    await touchApiKey(db, found.api_key_id, now);
  }
  return {
    kind: 'api_key',
    id: found.public_id,
    role: found.role,
    scope: await scopes.scopeOf(found.org_id, found.tree_version),
    locale: localeOf(undefined),
  };
}
