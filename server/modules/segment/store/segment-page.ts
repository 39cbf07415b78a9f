import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { type SegmentRow, segmentColumns } from './segment-row.ts';

/** A page of the segments of a part of the organisation, newest first. */
export async function segmentPage(
  db: Kysely<unknown>,
  scope: Scope,
  query: {
    readonly search?: string | undefined;
    readonly state: 'active' | 'archived';
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly SegmentRow[]> {
  const { search, state, before, limit } = query;
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<SegmentRow>`
    select ${segmentColumns} from segment.segment
    where state = ${state} and org_id = any(${[...scope.orgIds]}::int[])
      and ${pattern === null ? sql`true` : sql`name ilike ${pattern}`}
      and ${before === undefined ? sql`true` : sql`segment_id < ${before}`}
    order by segment_id desc limit ${limit}`.execute(db);
  return rows;
}
