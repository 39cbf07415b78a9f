import type { NewNode } from '@siyu/contract/org';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from './record-audit.ts';
import { requirePlacement } from './require-placement.ts';
import { nodeInScope } from './show-node.ts';
import { insertedNode } from './store/inserted-node.ts';
import { beginTreeChange } from './store/tree-version.ts';
import { requireTimeZone } from './time-zone.ts';

/** Adds a node below one of the actor's scope and returns its id. */
export async function createNode(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  input: NewNode,
  ip: string | null = null,
): Promise<number> {
  return platform.postgres.transaction(async (tx) => {
    await beginTreeChange(tx);
    const parent = await nodeInScope(tx, actor.scope, input.parent);
    requirePlacement(input.kind, parent);
    const timezone = input.timezone ?? parent.timezone;
    requireTimeZone(timezone);
    const orgId = await insertedNode(
      tx,
      {
        parent_id: parent.org_id,
        kind: input.kind,
        code: input.code,
        name_zh: input.nameZh,
        name_en: input.nameEn ?? input.nameZh,
        timezone,
        currency: input.currency ?? parent.currency,
        city: input.city ?? null,
      },
      platform.clock.now(),
    );
    if (orgId === null) throw problem('org.code_taken', { code: input.code });
    const detail = { ...input };
    await recordAudit(platform, tx, {
      actor,
      action: 'org.create_node',
      object: input.code,
      detail,
      ip,
    });
    return orgId;
  });
}
