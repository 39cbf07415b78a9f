import { type Kysely, sql } from 'kysely';

export interface DoneErasure {
  readonly public_id: string;
  readonly done_at: Date;
  readonly person_ids: readonly number[];
  /** Code of the kind and keyed hash. An identifier that was erased again is with the later erasure. */
  readonly identifiers: readonly (readonly [kind: number, hash: string])[];
}

/** Erasures that were carried out, oldest first, without those of some public ids. */
export async function erasuresDone(
  db: Kysely<unknown>,
  except: readonly string[],
): Promise<readonly DoneErasure[]> {
  const { rows } = await sql<DoneErasure>`
    select public_id, done_at, proof -> 'personIds' as person_ids,
      coalesce(jsonb_agg(jsonb_build_array(kind, hash)) filter (where hash is not null), '[]') as identifiers
    from privacy.erasure left join privacy.tombstone using (erasure_id)
    where done_at is not null and public_id <> all(${[...except]}::text[])
    group by erasure_id order by done_at, erasure_id`.execute(db);
  return rows;
}

/** Those of some public ids that were carried out. */
export async function doneAmong(
  db: Kysely<unknown>,
  publicIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ public_id: string }>`
    select public_id from privacy.erasure
    where done_at is not null and public_id = any(${[...publicIds]}::text[])`.execute(db);
  return new Set(rows.map((row) => row.public_id));
}
