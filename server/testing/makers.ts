import type { NewNode, Role } from '@siyu/contract/org';
import { createNode, createUser, rootNode, scopeOf } from '../modules/org/index.ts';
import type { Platform } from '../platform/platform.ts';

/** Things that tests are made of; what is not said is made up. */
export interface Makers {
  aBrand(brand?: Partial<NewNode>): Promise<{ readonly orgId: number; readonly code: string }>;
  /** Below a brand of its own unless `parent` says where. */
  aStore(store?: Partial<NewNode>): Promise<{ readonly orgId: number; readonly code: string }>;
  aUser(user?: {
    readonly login?: string;
    readonly role?: Role;
    readonly org?: string;
  }): Promise<{ readonly id: string; readonly login: string; readonly password: string }>;
}

/** Makers on an installation that is set up. They act as the house itself. */
export async function makersOf(platform: Platform, password: string): Promise<Makers> {
  const db = platform.postgres.db();
  const root = await rootNode(db);
  if (!root) throw new Error('Set the installation up before making things in it.');
  let count = 0;
  const actor = async () => ({ id: 'system', scope: await scopeOf(db, root.org_id) });
  const aNode = async (kind: 'brand' | 'store', node: Partial<NewNode>, parent: string) => {
    const code = node.code ?? `${kind}${++count}`;
    const made = { kind, parent, nameZh: `${kind} ${code}`, ...node, code };
    return { orgId: await createNode(platform, await actor(), made), code };
  };
  return {
    aBrand: (brand = {}) => aNode('brand', brand, root.code),
    async aStore(store = {}) {
      const parent = store.parent ?? (await aNode('brand', {}, root.code)).code;
      return aNode('store', store, parent);
    },
    async aUser({ login = `user${++count}`, role = 'operator', org = root.code } = {}) {
      const user = { login, name: login, role, org, password };
      return { id: await createUser(platform, await actor(), user), login, password };
    },
  };
}
