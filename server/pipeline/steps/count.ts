import type { Kysely } from 'kysely';
import { countSourceMinutes, type SourceMinute } from '../../modules/collect/index.ts';
import type { Draft } from '../draft.ts';

/** Counts what came of the block's messages, per source and minute of receipt. */
export async function count(tx: Kysely<unknown>, draft: Draft): Promise<void> {
  const minutes = new Map<string, SourceMinute>();
  const at = (sourceId: number, receivedAt: Date): SourceMinute => {
    const minute = new Date(Math.floor(receivedAt.getTime() / 60_000) * 60_000);
    const key = `${sourceId} ${minute.getTime()}`;
    const known = minutes.get(key) ?? {
      sourceId,
      minute,
      accepted: 0,
      duplicates: 0,
      quarantined: 0,
    };
    minutes.set(key, known);
    return known;
  };
  for (const { source, receivedAt } of draft.entries) at(source.sourceId, receivedAt).accepted += 1;
  for (const { sourceId, receivedAt } of draft.duplicates) at(sourceId, receivedAt).duplicates += 1;
  for (const { sourceId, receivedAt } of draft.quarantined)
    at(sourceId, receivedAt).quarantined += 1;
  await countSourceMinutes(tx, [...minutes.values()]);
}
