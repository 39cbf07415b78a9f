import type { Kysely } from 'kysely';
import { resolveActs } from '../../modules/identity/index.ts';
import type { PipelineContext } from '../context.ts';
import type { Draft, Entry } from '../draft.ts';

/** Finds or makes the person of every act. Documents without a buyer stay nobody's. */
export async function resolveIdentities(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  const withPerson: Entry[] = draft.entries.filter((entry) => entry.identifiers.length > 0);
  draft.identity = await resolveActs(
    tx,
    context.identities,
    withPerson.map((entry) => ({
      identifiers: entry.identifiers,
      sourceId: entry.source.sourceId,
      orgIds: entry.storeId > 0 ? [entry.source.orgId, entry.storeId] : [entry.source.orgId],
      time: entry.time,
    })),
    { blockId: draft.blockId, at: draft.at },
  );
  withPerson.forEach((entry, index) => {
    const act = draft.identity?.acts[index];
    if (act) entry.act = act;
  });
}
