import type { Kysely } from 'kysely';
import { erasePerson, readErasureOrder } from '../../modules/privacy/index.ts';
import type { PipelineContext } from '../context.ts';
import type { Draft } from '../draft.ts';

/** Carries out the erasures that stand in the log; only the privacy module's own source may order one. */
export async function carryOutErasures(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  for (const entry of draft.entries) {
    if (entry.message.type !== 'erase' || entry.source.kind !== 'system') continue;
    const order = readErasureOrder(entry.message.document);
    const gone = await erasePerson(tx, context.platform, {
      ...order,
      blockId: draft.blockId,
      at: draft.at,
    });
    for (const key of gone) context.identities.delete(key);
  }
}
