import type { Kysely } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { subtreeOf } from './store/subtree-of.ts';
import { treeVersion } from './store/tree-version.ts';

/** The data scope of a node: its subtree. An unknown node sees nothing. */
export async function scopeOf(db: Kysely<unknown>, orgId: number): Promise<Scope> {
  const { orgIds, isRoot } = await subtreeOf(db, orgId);
  return { rootId: orgId, everything: isRoot, orgIds };
}

/** Scopes as last read, by node. They are read again when the tree has changed, in this process or another. */
export interface ScopeCache {
  /** `version` is the tree's as of now, when the caller has just read it. */
  scopeOf(orgId: number, version?: number): Promise<Scope>;
}

/** How long a scope may be outdated for callers who did not read the tree's version themselves. */
const trustMs = 1_000;

export function createScopeCache(db: Kysely<unknown>): ScopeCache {
  const known = new Map<number, { version: number; scope: Promise<Scope> }>();
  let current = { version: -1, readAt: Number.NEGATIVE_INFINITY };
  return {
    async scopeOf(orgId, version) {
      if (version === undefined && performance.now() - current.readAt > trustMs) {
        current = { version: await treeVersion(db), readAt: performance.now() };
      }
      const wanted = version ?? current.version;
      const found = known.get(orgId);
      if (found?.version === wanted) return found.scope;
      const scope = scopeOf(db, orgId);
      known.set(orgId, { version: wanted, scope });
      scope.catch(() => known.delete(orgId));
      return scope;
    },
  };
}
