import { type Kysely, sql } from 'kysely';

export interface SealedBox {
  readonly person_id: number;
  readonly key_id: number;
  readonly body: Buffer;
}

/** The sealed boxes of some people (as first known). */
export async function boxesOf(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<readonly SealedBox[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<SealedBox>`
    select person_id, key_id, body from privacy.personal_box where person_id = any(${personIds}::bigint[])`.execute(
    db,
  );
  return rows;
}

/** Writes sealed boxes over what was there. */
export async function putBoxes(
  db: Kysely<unknown>,
  boxes: readonly SealedBox[],
  at: Date,
): Promise<void> {
  if (boxes.length === 0) return;
  await sql`
    insert into privacy.personal_box (person_id, key_id, body, changed_at)
    select person_id, key_id, body, ${at}
    from unnest(
      ${boxes.map((box) => box.person_id)}::bigint[], ${boxes.map((box) => box.key_id)}::bigint[],
      ${boxes.map((box) => box.body)}::bytea[]
    ) as box (person_id, key_id, body)
    on conflict (person_id) do update
    set key_id = excluded.key_id, body = excluded.body, changed_at = excluded.changed_at`.execute(
    db,
  );
}
