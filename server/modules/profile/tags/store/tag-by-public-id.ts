import { type Kysely, sql } from 'kysely';
import { problem } from '../../../../platform/http/index.ts';
import { type TagRow, tagColumns } from './tag-row.ts';

/** The tag of a public id. @throws profile.tag_unknown */
export async function tagByPublicId(db: Kysely<unknown>, tag: string): Promise<TagRow> {
  const { rows } = await sql<TagRow>`
    select ${tagColumns} from profile.tag
    join profile.tag_category category using (category_id)
    where tag.public_id = ${tag}`.execute(db);
  const [row] = rows;
  if (!row) throw problem('profile.tag_unknown', { tag });
  return row;
}
