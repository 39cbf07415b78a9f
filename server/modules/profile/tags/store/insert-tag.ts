import { type Kysely, sql } from 'kysely';
import type { TagRow } from './tag-row.ts';

export type NewTag = Pick<
  TagRow,
  | 'public_id'
  | 'category_id'
  | 'name_zh'
  | 'name_en'
  | 'description'
  | 'definition'
  | 'owner'
  | 'purpose'
  | 'refresh'
  | 'expires_after_days'
>;

/** Adds a tag; false when an active tag has its Chinese name already. */
export async function insertTag(tx: Kysely<unknown>, tag: NewTag, at: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into profile.tag (public_id, category_id, name_zh, name_en, description, kind, definition, owner, purpose,
      refresh, expires_after_days, created_at, changed_at)
    values (${tag.public_id}, ${tag.category_id}, ${tag.name_zh}, ${tag.name_en}, ${tag.description},
      ${tag.definition.kind}, ${JSON.stringify(tag.definition)}::jsonb, ${tag.owner}, ${tag.purpose}, ${tag.refresh},
      ${tag.expires_after_days}, ${at}, ${at})
    on conflict (name_zh) where state = 'active' do nothing
    returning 1`.execute(tx);
  return rows.length > 0;
}
