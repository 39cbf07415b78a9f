import type { AuditProof } from '@siyu/contract/org';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { notedHead } from './audit-heads.ts';
import { sealHash } from './seal-audit.ts';
import { entryCount, type SealRow, sealsAfter } from './store/audit-seals.ts';
import { entryHashes } from './store/entry-hashes.ts';

type Break = NonNullable<AuditProof['break']>;

const sealsPerRead = 20;

/**
 * Recomputes the chain from the first seal to the newest and names the first place where it breaks: a changed or missing
 * entry, a changed or missing seal, an entry slipped in without a seal, or a head noted earlier (`head`, else the one in the home
 * folder) that the chain no longer has, which means that its end was cut off or all of it was rewritten.
 */
export async function verifyAudit(platform: Platform, head?: string): Promise<AuditProof> {
  const db = platform.postgres.db();
  const wanted = head ?? (await notedHead(platform))?.hash;
  let [last, sealed, seals]: [SealRow | null, number, number] = [null, 0, 0];
  let wantedSeen = wanted === undefined;
  let found: Break | null = null;
  for (;;) {
    const batch: readonly SealRow[] = await sealsAfter(db, last?.seal_id ?? 0, sealsPerRead);
    for (const seal of batch) {
      found ??= await breakOf(db, seal, last);
      sealed += seal.entry_ids.length;
      seals++;
      wantedSeen ||= seal.hash.toString('hex') === wanted;
      last = seal;
    }
    if (batch.length < sealsPerRead) break;
  }
  const { entries, stray } = await entryCount(db);
  if (stray !== null) found ??= { seal: null, entry: stray, reason: 'entry_unsealed' };
  if (!wantedSeen) found ??= { seal: last?.seal_id ?? null, entry: null, reason: 'head_unknown' };
  const newest = last?.hash.toString('hex') ?? null;
  return { holds: found === null, entries, sealed, seals, head: newest, break: found };
}

async function breakOf(
  db: Kysely<unknown>,
  seal: SealRow,
  previous: SealRow | null,
): Promise<Break | null> {
  const wantedId = (previous?.seal_id ?? 0) + 1;
  if (seal.seal_id !== wantedId) return { seal: wantedId, entry: null, reason: 'seal_missing' };
  const hash = sealHash(previous?.hash ?? null, seal.entry_ids, seal.entry_hashes);
  if (!hash.equals(seal.hash)) return { seal: seal.seal_id, entry: null, reason: 'seal_changed' };
  const hashes = await entryHashes(db, seal.entry_ids);
  for (const [index, entryId] of seal.entry_ids.entries()) {
    const now = hashes.get(entryId);
    const then = seal.entry_hashes.subarray(index * 32, index * 32 + 32);
    if (!now) return { seal: seal.seal_id, entry: entryId, reason: 'entry_missing' };
    if (!now.equals(then)) return { seal: seal.seal_id, entry: entryId, reason: 'entry_changed' };
  }
  return null;
}
