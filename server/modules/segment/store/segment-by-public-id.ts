import { type Kysely, sql } from 'kysely';
import { problem, type Scope } from '../../../platform/http/index.ts';
import { type SegmentRow, segmentColumns } from './segment-row.ts';

/** The segment of a public id that a scope may see. @throws segment.unknown */
export async function segmentInScope(
  db: Kysely<unknown>,
  scope: Pick<Scope, 'orgIds'>,
  segment: string,
): Promise<SegmentRow> {
  const { rows } = await sql<SegmentRow>`
    select ${segmentColumns} from segment.segment
    where public_id = ${segment} and org_id = any(${[...scope.orgIds]}::int[])`.execute(db);
  const [row] = rows;
  if (!row) throw problem('segment.unknown', { segment });
  return row;
}

/** Active segments by public id, wherever they belong; unknown and archived ones are absent. */
export async function segmentsByPublicId(
  db: Kysely<unknown>,
  publicIds: readonly string[],
): Promise<ReadonlyMap<string, SegmentRow>> {
  if (publicIds.length === 0) return new Map();
  const { rows } = await sql<SegmentRow>`
    select ${segmentColumns} from segment.segment
    where state = 'active' and public_id = any(${[...publicIds]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.public_id, row]));
}

/** Segments by number, archived ones too. */
export async function segmentsById(
  db: Kysely<unknown>,
  segmentIds: readonly number[],
): Promise<ReadonlyMap<number, SegmentRow>> {
  if (segmentIds.length === 0) return new Map();
  const { rows } = await sql<SegmentRow>`
    select ${segmentColumns} from segment.segment
    where segment_id = any(${[...segmentIds]}::int[])`.execute(db);
  return new Map(rows.map((row) => [row.segment_id, row]));
}
