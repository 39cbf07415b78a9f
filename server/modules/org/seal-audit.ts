import { createHash } from 'node:crypto';
import type { Platform } from '../../platform/platform.ts';
import { noteHead } from './audit-heads.ts';
import { insertSeal, newestSeal, takenUnsealed } from './store/audit-seals.ts';
import { entryHashes } from './store/entry-hashes.ts';

const entriesPerSeal = 10_000;

/**
 * Seals what waits for it, batch by batch, and notes the new head of the chain outside the database. A late transaction's
 * entry goes into a later seal, so writers never wait for sealing.
 */
export async function sealAudit(
  platform: Platform,
): Promise<{ sealed: number; head: string | null }> {
  let sealed = 0;
  for (;;) {
    const batch = await sealBatch(platform);
    sealed += batch;
    if (batch < entriesPerSeal) break;
  }
  const newest = await newestSeal(platform.postgres.db());
  return { sealed, head: newest?.hash.toString('hex') ?? null };
}

async function sealBatch(platform: Platform): Promise<number> {
  const now = platform.clock.now();
  const made = await platform.postgres.transaction(async (tx) => {
    const entryIds = await takenUnsealed(tx, entriesPerSeal);
    if (entryIds.length === 0) return null;
    const hashes = await entryHashes(tx, entryIds);
    // An entry that vanished before its seal is sealed as zeros, and every later check names it.
    const hashesInOrder = Buffer.concat(entryIds.map((id) => hashes.get(id) ?? Buffer.alloc(32)));
    const previous = await newestSeal(tx);
    const seal = {
      seal_id: (previous?.seal_id ?? 0) + 1,
      entry_ids: entryIds,
      entry_hashes: hashesInOrder,
      previous_hash: previous?.hash ?? null,
      hash: sealHash(previous?.hash ?? null, entryIds, hashesInOrder),
    };
    await insertSeal(tx, seal, now);
    return { id: seal.seal_id, hash: seal.hash, entries: entryIds.length };
  });
  if (!made) return 0;
  await noteHead(platform, {
    seal: made.id,
    hash: made.hash.toString('hex'),
    at: now.toISOString(),
  });
  return made.entries;
}

/** The link of the chain: what came before, which entries, and what they said. */
export function sealHash(
  previous: Buffer | null,
  entryIds: readonly number[],
  hashes: Buffer,
): Buffer {
  return createHash('sha256')
    .update(previous ?? Buffer.alloc(0))
    .update(JSON.stringify(entryIds))
    .update(hashes)
    .digest();
}
