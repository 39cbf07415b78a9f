import { identifierKinds } from '@siyu/contract/identity';
import type { Kysely } from 'kysely';
import { hasTombstones, isFreshAct, tombstonesAmong } from '../../modules/privacy/index.ts';
import type { Draft } from '../draft.ts';

/** Takes erased identifiers out of acts that are not fresh; an act that speaks only for an erased person is dropped. */
export async function obeyTombstones(tx: Kysely<unknown>, draft: Draft): Promise<void> {
  if (!(await hasTombstones(tx))) return;
  const keys = new Map<string, { kind: number; hash: string }>();
  for (const { identifiers } of draft.entries) {
    for (const { kind, hash } of identifiers)
      keys.set(hash, { kind: identifierKinds[kind].code, hash });
  }
  const tombstones = await tombstonesAmong(tx, [...keys.values()]);
  if (tombstones.length === 0) return;
  const byHash = new Map(tombstones.map((tombstone) => [tombstone.hash, tombstone]));
  draft.entries = draft.entries.filter((entry) => {
    const act = { time: entry.time, isImport: entry.message.origin !== undefined };
    const before = entry.identifiers.length;
    entry.identifiers = entry.identifiers.filter(({ hash }) => {
      const tombstone = byHash.get(hash);
      return !tombstone || isFreshAct(act, tombstone);
    });
    // A document stays, as an anonymous sale: money is not erased.
    return entry.identifiers.length > 0 || before === 0 || entry.message.type === 'document';
  });
}
