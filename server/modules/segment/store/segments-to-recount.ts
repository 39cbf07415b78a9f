import { type Kysely, sql } from 'kysely';

/** Active segments that follow a rule and are counted again and again. */
export async function segmentsToRecount(
  db: Kysely<unknown>,
): Promise<readonly { readonly segment_id: number; readonly public_id: string }[]> {
  const { rows } = await sql<{ segment_id: number; public_id: string }>`
    select segment_id, public_id from segment.segment
    where state = 'active' and kind = 'refreshed' and rule is not null order by segment_id`.execute(
    db,
  );
  return rows;
}
