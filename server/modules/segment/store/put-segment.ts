import { type Kysely, sql } from 'kysely';
import type { SegmentRow } from './segment-row.ts';

export type NewSegment = Pick<
  SegmentRow,
  | 'public_id'
  | 'name'
  | 'description'
  | 'kind'
  | 'origin'
  | 'rule'
  | 'sentence'
  | 'refresh'
  | 'org_id'
  | 'created_by'
>;

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

/** Adds a segment that has not been counted; resolves to its number. */
export async function insertSegment(
  tx: Kysely<unknown>,
  segment: NewSegment,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ segment_id: number }>`
    insert into segment.segment (public_id, name, description, kind, origin, rule, sentence, refresh, org_id, created_by,
      created_at, changed_at)
    values (${segment.public_id}, ${segment.name}, ${segment.description}, ${segment.kind}, ${segment.origin},
      ${json(segment.rule)}::jsonb, ${json(segment.sentence)}::jsonb, ${segment.refresh}, ${segment.org_id},
      ${segment.created_by}, ${at}, ${at})
    returning segment_id`.execute(tx);
  return rows[0]?.segment_id as number;
}

/** Writes what may change of a segment. */
export async function changeSegmentRow(
  tx: Kysely<unknown>,
  segmentId: number,
  segment: Pick<SegmentRow, 'name' | 'description' | 'rule' | 'sentence' | 'refresh' | 'state'>,
  at: Date,
): Promise<void> {
  await sql`
    update segment.segment
    set name = ${segment.name}, description = ${segment.description}, rule = ${json(segment.rule)}::jsonb,
      sentence = ${json(segment.sentence)}::jsonb, refresh = ${segment.refresh}, state = ${segment.state}, changed_at = ${at}
    where segment_id = ${segmentId}`.execute(tx);
}

/** Notes the job that counts a segment. */
export async function setSegmentRun(
  tx: Kysely<unknown>,
  segmentId: number,
  jobRunId: number,
): Promise<void> {
  await sql`update segment.segment set job_run_id = ${jobRunId} where segment_id = ${segmentId}`.execute(
    tx,
  );
}

/** Notes why a count failed. */
export async function setSegmentFailure(
  db: Kysely<unknown>,
  segmentId: number,
  failure: string,
): Promise<void> {
  await sql`update segment.segment set failure = ${failure} where segment_id = ${segmentId}`.execute(
    db,
  );
}
