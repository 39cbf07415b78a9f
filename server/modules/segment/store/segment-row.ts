import type { BothLanguages, RefreshRhythm, Rule } from '@siyu/contract/segment';
import { type RawBuilder, sql } from 'kysely';

/** A segment as statements return it. */
export interface SegmentRow {
  readonly segment_id: number;
  readonly public_id: string;
  readonly name: string;
  readonly description: string;
  readonly kind: 'static' | 'refreshed';
  readonly origin: 'rule' | 'people' | 'identifiers';
  readonly rule: Rule | null;
  readonly sentence: BothLanguages;
  readonly refresh: RefreshRhythm;
  readonly state: 'active' | 'archived';
  readonly org_id: number;
  readonly version: number;
  readonly known: number | null;
  readonly anonymous: number | null;
  readonly entered: number;
  readonly departed: number;
  readonly refreshed_at: Date | null;
  readonly job_run_id: number | null;
  readonly failure: string | null;
  readonly created_by: string;
  readonly created_at: Date;
  readonly changed_at: Date;
}

export const segmentColumns: RawBuilder<unknown> = sql`segment_id, public_id, name, description, kind, origin, rule, sentence,
  refresh, state, org_id, version, known, anonymous, entered, departed, refreshed_at, job_run_id, failure, created_by,
  created_at, changed_at`;
