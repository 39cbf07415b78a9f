import { type ImportReach, type SkipReason, skipReasonNames } from '@siyu/contract/channel';
import { type ChannelKind, channelKindNames } from '@siyu/contract/content';
import { refusal } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { ancestorsOf, brandOf } from '../org/index.ts';
import { importedPeople, importFacts } from './store/import-facts.ts';

/**
 * Whom an import brought and whom of them the send policy would let a marketing message of the source's brand reach, as if
 * every channel were live.
 */
export async function importReach(
  db: Kysely<unknown>,
  { importId, orgId }: { readonly importId: number; readonly orgId: number },
): Promise<ImportReach> {
  const orgIds = await ancestorsOf(db, (await brandOf(db, orgId)) ?? orgId);
  const channels: ImportReach['channels'] = [];
  for (const channel of channelKindNames)
    channels.push(await channelReach(db, importId, channel, orgIds));
  return { ...(await importedPeople(db, importId)), channels };
}

async function channelReach(
  db: Kysely<unknown>,
  importId: number,
  channel: ChannelKind,
  orgIds: readonly number[],
): Promise<ImportReach['channels'][number]> {
  const reasons = new Map<SkipReason, number>();
  let reachable = 0;
  for (const { people, ...facts } of await importFacts(db, importId, channel, orgIds)) {
    const reason = refusal({ ...facts, exists: true, mayReceive: true }, 'marketing');
    if (reason === null) reachable += people;
    else reasons.set(reason, (reasons.get(reason) ?? 0) + people);
  }
  return {
    channel,
    reachable,
    // In the order in which the policy asks.
    reasons: skipReasonNames.flatMap((reason) => {
      const people = reasons.get(reason);
      return people === undefined ? [] : [{ reason, people }];
    }),
  };
}
