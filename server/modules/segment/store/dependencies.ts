import { type Kysely, sql } from 'kysely';

/** Replaces the segments that a segment's rule names. */
export async function putDependencies(
  tx: Kysely<unknown>,
  segmentId: number,
  uses: readonly number[],
): Promise<void> {
  await sql`delete from segment.dependency where segment_id = ${segmentId}`.execute(tx);
  await sql`
    insert into segment.dependency (segment_id, uses_segment_id)
    select ${segmentId}, uses from unnest(${[...uses]}::int[]) as uses
    on conflict do nothing`.execute(tx);
}

/** The first of some segments that stands, directly or not, on another one; undefined when none does. */
export async function firstStandingOn(
  db: Kysely<unknown>,
  segmentIds: readonly number[],
  on: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ public_id: string }>`
    with recursive reach (start, segment_id) as (
      select id, id from unnest(${[...segmentIds]}::int[]) as id
      union
      select reach.start, dependency.uses_segment_id
      from reach join segment.dependency using (segment_id)
    )
    select public_id from reach join segment.segment on segment.segment_id = reach.start
    where reach.segment_id = ${on} limit 1`.execute(db);
  return rows[0]?.public_id;
}

/** Names of active segments whose rule names a segment. */
export async function usersOf(db: Kysely<unknown>, segmentId: number): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from segment.dependency join segment.segment using (segment_id)
    where uses_segment_id = ${segmentId} and state = 'active' order by segment_id`.execute(db);
  return rows.map((row) => row.name);
}

/** Some segments and all they stand on, what is stood on first. */
export async function inOrderOfCounting(
  db: Kysely<unknown>,
  segmentIds: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ segment_id: number }>`
    with recursive reach (segment_id, depth) as (
      select id, 0 from unnest(${[...segmentIds]}::int[]) as id
      union
      select dependency.uses_segment_id, reach.depth + 1
      from reach join segment.dependency using (segment_id)
    )
    select segment_id from reach group by segment_id order by max(depth) desc, segment_id`.execute(
    db,
  );
  return rows.map((row) => row.segment_id);
}
