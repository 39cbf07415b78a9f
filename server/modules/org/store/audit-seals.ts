import { type Kysely, sql } from 'kysely';

export interface SealRow {
  readonly seal_id: number;
  readonly entry_ids: readonly number[];
  /** 32 bytes for each entry. */
  readonly entry_hashes: Buffer;
  readonly previous_hash: Buffer | null;
  readonly hash: Buffer;
}

/** Seals after `after`, oldest first; at most `limit`. */
export async function sealsAfter(
  db: Kysely<unknown>,
  after: number,
  limit: number,
): Promise<readonly SealRow[]> {
  const { rows } = await sql<SealRow>`
    select seal_id, entry_ids, entry_hashes, previous_hash, hash
    from org.audit_seal
    where seal_id > ${after}
    order by seal_id
    limit ${limit}`.execute(db);
  return rows;
}

/** The newest seal; null before the first. */
export async function newestSeal(
  db: Kysely<unknown>,
): Promise<Pick<SealRow, 'seal_id' | 'hash'> | null> {
  const { rows } = await sql<Pick<SealRow, 'seal_id' | 'hash'>>`
    select seal_id, hash from org.audit_seal order by seal_id desc limit 1`.execute(db);
  return rows[0] ?? null;
}

export async function insertSeal(tx: Kysely<unknown>, seal: SealRow, at: Date): Promise<void> {
  await sql`
    insert into org.audit_seal (seal_id, entry_ids, entry_hashes, previous_hash, hash, sealed_at)
    values (${seal.seal_id}, ${[...seal.entry_ids]}::bigint[], ${seal.entry_hashes},
      ${seal.previous_hash}, ${seal.hash}, ${at})`.execute(tx);
}

/** Any number that every process agrees on: one of them seals at a time. */
const sealLock = 727_394_011;

/** Takes the oldest entries that wait for a seal, at most `limit`, in the order of their ids; others wait until `tx` ends. */
export async function takenUnsealed(
  tx: Kysely<unknown>,
  limit: number,
): Promise<readonly number[]> {
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(tx);
  const { rows } = await sql<{ entry_id: number }>`
    with taken as (
      delete from org.audit_unsealed
      where entry_id in (select entry_id from org.audit_unsealed order by entry_id limit ${limit})
      returning entry_id
    )
    select entry_id from taken order by entry_id`.execute(tx);
  return rows.map((row) => row.entry_id);
}

/** How many entries there are, and the first that neither a seal nor the waiting line knows. */
export async function entryCount(
  db: Kysely<unknown>,
): Promise<{ readonly entries: number; readonly stray: number | null }> {
  const { rows } = await sql<{ entries: number; stray: number | null }>`
    select
      (select count(*) from org.audit_entry) as entries,
      (select min(entry_id) from org.audit_entry
       where entry_id not in (select entry_id from org.audit_unsealed)
         and entry_id not in (select unnest(entry_ids) from org.audit_seal)) as stray`.execute(db);
  return rows[0] ?? { entries: 0, stray: null };
}
