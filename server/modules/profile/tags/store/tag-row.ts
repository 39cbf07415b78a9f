import type { TagDefinition, TagKind, TagRhythm } from '@siyu/contract/profile';
import { type RawBuilder, sql } from 'kysely';

/** A tag as statements return it. `coverage` is in basis points of the known people. */
export interface TagRow {
  readonly tag_id: number;
  readonly public_id: string;
  readonly category_id: number;
  readonly category: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly description: string;
  readonly kind: TagKind;
  readonly definition: TagDefinition;
  readonly owner: string;
  readonly purpose: string;
  readonly refresh: TagRhythm;
  readonly expires_after_days: number | null;
  readonly state: 'active' | 'archived';
  readonly generation: number;
  readonly people: number;
  readonly coverage: number;
  readonly computed_at: Date | null;
  readonly job_run_id: number | null;
  readonly failure: string | null;
  readonly created_at: Date;
  readonly changed_at: Date;
}

/** The columns of a `TagRow`, from `profile.tag` joined with `profile.tag_category category`. */
export const tagColumns: RawBuilder<unknown> = sql`tag.tag_id, tag.public_id, tag.category_id, category.public_id as category,
  tag.name_zh, tag.name_en, tag.description, tag.kind, tag.definition, tag.owner, tag.purpose, tag.refresh,
  tag.expires_after_days, tag.state, tag.generation, tag.people, tag.coverage, tag.computed_at, tag.job_run_id,
  tag.failure, tag.created_at, tag.changed_at`;
