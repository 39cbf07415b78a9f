import { LRUCache } from 'lru-cache';

export interface CachedIdentity {
  readonly identityId: number;
  readonly personId: number;
}

/**
 * Identities met lately, so that a block asks PostgreSQL only for the rest (more than nine of ten are met again). Only
 * the pipeline writes the map identity → person, so its own cache cannot go stale.
 */
export interface IdentityCache {
  get(key: string): CachedIdentity | undefined;
  set(key: string, identity: CachedIdentity): void;
  delete(key: string): void;
  /** Whether the tie was not known here before; notes it. */
  isNewTie(identityId: number, orgId: number): boolean;
  /** Whether the person was not noted as seen in this hour before; notes it. */
  isNewHour(personId: number, at: Date): boolean;
  /** Forgets everything: after a block that was rolled back. */
  clear(): void;
}

export function createIdentityCache(size = 500_000): IdentityCache {
  const identities = new LRUCache<string, CachedIdentity>({ max: size });
  const ties = new LRUCache<number, Set<number>>({ max: size });
  const hours = new LRUCache<number, number>({ max: size });
  return {
    get: (key) => identities.get(key),
    set: (key, identity) => {
      identities.set(key, identity);
    },
    delete: (key) => {
      identities.delete(key);
    },
    isNewTie: (identityId, orgId) => {
      const known = ties.get(identityId);
      if (known?.has(orgId)) return false;
      if (known) known.add(orgId);
      else ties.set(identityId, new Set([orgId]));
      return true;
    },
    isNewHour: (personId, at) => {
      const hour = Math.floor(at.getTime() / 3_600_000);
      if ((hours.get(personId) ?? -1) >= hour) return false;
      hours.set(personId, hour);
      return true;
    },
    clear: () => {
      identities.clear();
      ties.clear();
      hours.clear();
    },
  };
}
