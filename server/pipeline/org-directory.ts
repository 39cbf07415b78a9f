import { brandsOf, nodesByCode } from '../modules/org/index.ts';
import type { Postgres } from '../platform/postgres/index.ts';

/** Nodes by their code and the brand of each node, looked up once a minute at most. */
export interface OrgDirectory {
  /** Loads what a block names; unknown codes answer undefined afterwards. */
  load(codes: Iterable<string>, orgIds: Iterable<number>, at: Date): Promise<void>;
  idOf(code: string): number | undefined;
  brandOf(orgId: number): number;
}

const freshMs = 60_000;

export function createOrgDirectory(postgres: Postgres): OrgDirectory {
  const ids = new Map<string, number | undefined>();
  const brands = new Map<number, number>();
  let loadedAt = 0;
  return {
    load: async (codes, orgIds, at) => {
      if (at.getTime() - loadedAt > freshMs) {
        ids.clear();
        brands.clear();
        loadedAt = at.getTime();
      }
      const db = postgres.db<unknown>();
      const missingCodes = [...new Set(codes)].filter((code) => code !== '' && !ids.has(code));
      if (missingCodes.length > 0) {
        const found = await nodesByCode(db, missingCodes);
        for (const code of missingCodes) ids.set(code, found.get(code)?.org_id);
      }
      const wanted = new Set([...orgIds, ...[...ids.values()].filter((id) => id !== undefined)]);
      const missing = [...wanted].filter((orgId) => !brands.has(orgId));
      if (missing.length > 0) {
        const found = await brandsOf(db, missing);
        for (const orgId of missing) brands.set(orgId, found.get(orgId) ?? orgId);
      }
    },
    idOf: (code) => ids.get(code),
    brandOf: (orgId) => brands.get(orgId) ?? orgId,
  };
}
