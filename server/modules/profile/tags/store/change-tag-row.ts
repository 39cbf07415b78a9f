import { type Kysely, sql } from 'kysely';
import type { NewTag } from './insert-tag.ts';

/** Writes what an operator may change of a tag; false when another active tag has the name. */
export async function changeTagRow(
  tx: Kysely<unknown>,
  tagId: number,
  tag: Omit<NewTag, 'public_id'>,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update profile.tag
    set category_id = ${tag.category_id}, name_zh = ${tag.name_zh}, name_en = ${tag.name_en},
      description = ${tag.description}, definition = ${JSON.stringify(tag.definition)}::jsonb, owner = ${tag.owner},
      purpose = ${tag.purpose}, refresh = ${tag.refresh}, expires_after_days = ${tag.expires_after_days}, changed_at = ${at}
    where tag_id = ${tagId} and not exists (
      select 1 from profile.tag other
      where other.state = 'active' and other.name_zh = ${tag.name_zh} and other.tag_id <> ${tagId})
    returning 1`.execute(tx);
  return rows.length > 0;
}
