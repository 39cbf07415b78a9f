import { type Kysely, sql } from 'kysely';

/** Active static segments that have members, with the version in force. */
export async function staticSegments(
  db: Kysely<unknown>,
): Promise<
  readonly { readonly segment_id: number; readonly name: string; readonly version: number }[]
> {
  const { rows } = await sql<{ segment_id: number; name: string; version: number }>`
    select segment_id, name, version from segment.segment
    where state = 'active' and kind = 'static' and known + anonymous > 0 order by segment_id`.execute(
    db,
  );
  return rows;
}
