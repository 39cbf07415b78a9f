import type { ImportCounts } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';
import type { ImportRow } from '../tables.ts';

/** How long a run may be silent before another one takes its import over. */
export const leaseMs = 10_000;

const until = (at: Date): Date => new Date(at.getTime() + leaseMs);

/**
 * Makes this run the one that works on an import; undefined when another run does, or when nothing is left to do. `alive`
 * are the leases of runs that go on: given only where all runs are in this process, so that any other lease is a dead one's.
 */
export async function takeLease(
  db: Kysely<unknown>,
  importId: number,
  lease: string,
  at: Date,
  alive?: readonly string[],
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    update collect.import
    set state = 'running', lease = ${lease}::uuid, lease_until = ${until(at)}, started_at = coalesce(started_at, ${at}), message = null
    where import_id = ${importId} and state in ('waiting', 'running') and (
        lease_until is null or lease_until <= ${at}
        or ${alive !== undefined} and lease <> all(${[...(alive ?? [])]}::uuid[])
      )
    returning *`.execute(db);
  return rows[0];
}

/** Keeps the lease. False when it is lost or somebody stopped the import. */
export async function keepLease(
  db: Kysely<unknown>,
  importId: number,
  lease: string,
  totalRows: number | null,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update collect.import set lease_until = ${until(at)}, total_rows = coalesce(${totalRows}::bigint, total_rows)
    where import_id = ${importId} and lease = ${lease}::uuid and state = 'running' returning 1`.execute(
    db,
  );
  return rows.length > 0;
}

export interface Checkpoint {
  readonly units: number;
  readonly counts: ImportCounts;
  readonly errorBytes: number;
  readonly lastOffset: number;
}

/** Notes how far a run has come, and keeps the lease. False when it is lost or somebody stopped the import. */
export async function putCheckpoint(
  db: Kysely<unknown>,
  importId: number,
  lease: string,
  checkpoint: Checkpoint,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    update collect.import
    set units = ${checkpoint.units}, counts = ${JSON.stringify(checkpoint.counts)}::jsonb,
      error_bytes = ${checkpoint.errorBytes}, last_offset = greatest(last_offset, ${checkpoint.lastOffset}),
      lease_until = case when state = 'running' then ${until(at)}::timestamptz end
    where import_id = ${importId} and lease = ${lease}::uuid and state in ('running', 'stopped')
    returning state`.execute(db);
  return rows[0]?.state === 'running';
}

/** Ends a run. A stopped import stays stopped. */
export async function endImport(
  db: Kysely<unknown>,
  importId: number,
  lease: string,
  end: { readonly state: 'done' | 'failed'; readonly message: string | null },
  at: Date,
): Promise<void> {
  await sql`
    update collect.import
    set state = ${end.state}, message = ${end.message}, finished_at = ${at}, lease = null, lease_until = null
    where import_id = ${importId} and lease = ${lease}::uuid and state = 'running'`.execute(db);
}

/** Lets go of an import that was stopped. */
export async function releaseLease(
  db: Kysely<unknown>,
  importId: number,
  lease: string,
): Promise<void> {
  await sql`
    update collect.import set lease = null, lease_until = null
    where import_id = ${importId} and lease = ${lease}::uuid`.execute(db);
}

/** Imports whose run has fallen silent, or that never began. */
export async function silentImports(db: Kysely<unknown>, at: Date): Promise<readonly number[]> {
  const { rows } = await sql<{ import_id: number }>`
    select import_id from collect.import
    where state in ('waiting', 'running') and coalesce(lease_until, created_at + interval '1 minute') <= ${at}
    order by import_id`.execute(db);
  return rows.map((row) => row.import_id);
}
