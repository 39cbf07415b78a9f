import type { NodeChange } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from './record-audit.ts';
import { requirePlacement } from './require-placement.ts';
import { nodeInScope } from './show-node.ts';
import { ancestorsOf } from './store/ancestors-of.ts';
import { changeNodeRow } from './store/change-node-row.ts';
import { closeSubtree } from './store/close-subtree.ts';
import { moveSubtree } from './store/move-subtree.ts';
import { nodesById } from './store/nodes-by-id.ts';
import type { TreeNodeRow } from './store/tree-nodes.ts';
import { beginTreeChange } from './store/tree-version.ts';
import { requireTimeZone } from './time-zone.ts';

/** Renames, moves, closes or opens a node of the actor's scope. */
export async function changeNode(
  platform: Platform,
  actor: Actor,
  code: string,
  change: NodeChange,
  ip: string | null = null,
): Promise<void> {
  await platform.postgres.transaction(async (tx) => {
    await beginTreeChange(tx);
    const node = await nodeInScope(tx, actor.scope, code);
    if (change.timezone !== undefined) requireTimeZone(change.timezone);
    await changeNodeRow(tx, node.org_id, {
      name_zh: change.nameZh,
      name_en: change.nameEn,
      timezone: change.timezone,
      currency: change.currency,
      city: change.city,
    });
    if (change.parent !== undefined) await move(tx, actor, node, change.parent);
    if (change.closed !== undefined) {
      await setClosed(tx, node, change.closed ? platform.clock.now() : null);
    }
    const detail = { ...change };
    await recordAudit(platform, tx, { actor, action: 'org.change_node', object: code, detail, ip });
  });
}

async function move(
  tx: Kysely<unknown>,
  actor: Actor,
  node: TreeNodeRow,
  parentCode: string,
): Promise<void> {
  const isTopOfScope = node.org_id === actor.scope.rootId;
  if (node.parent_id === null || isTopOfScope) throw problem('org.root_stays');
  const parent = await nodeInScope(tx, actor.scope, parentCode);
  const above = await ancestorsOf(tx, parent.org_id);
  if (above.includes(node.org_id)) throw problem('org.move_into_itself', { code: node.code });
  requirePlacement(node.kind, parent);
  await moveSubtree(tx, node.org_id, parent.org_id);
}

async function setClosed(tx: Kysely<unknown>, node: TreeNodeRow, at: Date | null): Promise<void> {
  if (node.parent_id === null) throw problem('org.root_stays');
  if (at === null) {
    const parent = (await nodesById(tx, [node.parent_id])).get(node.parent_id);
    if (parent?.closed_at) throw problem('org.node_closed', { code: parent.code });
  }
  await closeSubtree(tx, node.org_id, at);
}
