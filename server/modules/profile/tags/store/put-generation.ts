import { type Kysely, sql } from 'kysely';

/** A number for a new computation, above all before. */
export async function nextGeneration(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    select nextval('profile.tag_generation') as generation`.execute(db);
  return rows[0]?.generation as number;
}

export interface FoundValues {
  readonly people: number;
  /** Basis points of the known people. */
  readonly coverage: number;
  readonly values: readonly { readonly value: string; readonly people: number }[];
}

/** Puts a computed generation in force with its counts; false when a newer one is in force already. */
export async function putGeneration(
  tx: Kysely<unknown>,
  tagId: number,
  generation: number,
  found: FoundValues,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update profile.tag
    set generation = ${generation}, people = ${found.people}, coverage = ${found.coverage}, computed_at = ${at}, failure = null
    where tag_id = ${tagId} and generation < ${generation}
    returning 1`.execute(tx);
  if (rows.length === 0) return false;
  await sql`
    insert into profile.tag_count (tag_id, generation, value, people, at)
    select ${tagId}, ${generation}, value, people, ${at}
    from unnest(${found.values.map((row) => row.value)}::text[], ${found.values.map((row) => row.people)}::bigint[]) as found (value, people)`.execute(
    tx,
  );
  return true;
}
