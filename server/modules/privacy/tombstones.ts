import { type Kysely, sql } from 'kysely';

export interface Tombstone {
  readonly kind: number;
  readonly hash: string;
  readonly at: Date;
}

/** Whether anybody was ever erased; one cheap look that spares the other where nobody was. */
export async function hasTombstones(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{
    any: boolean;
  }>`select exists (select from privacy.tombstone) as any`.execute(db);
  return rows[0]?.any === true;
}

/** The tombstones among some identifiers. */
export async function tombstonesAmong(
  db: Kysely<unknown>,
  keys: readonly { readonly kind: number; readonly hash: string }[],
): Promise<readonly Tombstone[]> {
  const { rows } = await sql<Tombstone>`
    select kind, hash, at
    from unnest(${keys.map((key) => key.kind)}::smallint[], ${keys.map((key) => key.hash)}::uuid[]) as wanted (kind, hash)
    join privacy.tombstone using (kind, hash)`.execute(db);
  return rows;
}

/**
 * Whether an act may speak for an erased identifier again: only what a person does anew, after the erasure and not
 * through a file (an old list may come back at any time).
 */
export function isFreshAct(
  act: { readonly time: Date; readonly isImport: boolean },
  tombstone: Tombstone,
): boolean {
  return !act.isImport && act.time > tombstone.at;
}
