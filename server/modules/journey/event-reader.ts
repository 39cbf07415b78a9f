import type { EventData, OrgTree } from '@siyu/engine/segment';
import type { Kysely } from 'kysely';
import type { ResolvedEvent } from '../../platform/registries/index.ts';
import { orgTree, rootNode } from '../org/index.ts';

/** Reads rows of a block as the filters of rules see events: nodes by their codes. */
export interface EventReader {
  readonly tree: OrgTree;
  data(event: ResolvedEvent): EventData;
  storeName(orgId: number): string;
}

/** Sources, campaigns and journeys stand in events by number; a trigger names none of them. */
export async function eventReader(db: Kysely<unknown>): Promise<EventReader> {
  const root = await rootNode(db);
  const nodes = root ? await orgTree(db, { rootId: root.org_id, levels: 100, closed: true }) : [];
  const byId = new Map(nodes.map((node) => [node.org_id, node]));
  const parents = new Map(nodes.map(({ code, parent_code }) => [code, parent_code]));
  const above = (code: string): readonly string[] => {
    const chain: string[] = [];
    for (let at: string | null = parents.has(code) ? code : null; at; at = parents.get(at) ?? null)
      chain.push(at);
    return chain;
  };
  const codeOf = (orgId: number): string => byId.get(orgId)?.code ?? '';
  return {
    tree: {
      above,
      under: (code) => nodes.map((node) => node.code).filter((one) => above(one).includes(code)),
    },
    storeName: (orgId) => byId.get(orgId)?.name_zh ?? '',
    data: (event) => ({
      ...event,
      time: Date.parse(event.time),
      store: codeOf(event.store),
      org: codeOf(event.org),
      source: String(event.source),
      campaign: String(event.campaign || ''),
      journey: String(event.journey || ''),
    }),
  };
}
