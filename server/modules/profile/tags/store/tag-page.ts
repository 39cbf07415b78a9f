import { type Kysely, sql } from 'kysely';
import { type TagRow, tagColumns } from './tag-row.ts';

/** A page of tags, newest first. */
export async function tagPage(
  db: Kysely<unknown>,
  query: {
    readonly search?: string | undefined;
    readonly categoryIds?: readonly number[] | undefined;
    readonly kind?: string | undefined;
    readonly state: 'active' | 'archived';
    readonly before?: number | undefined;
    readonly limit: number;
  },
): Promise<readonly TagRow[]> {
  const { search, categoryIds, kind, state, before, limit } = query;
  const pattern = search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<TagRow>`
    select ${tagColumns}
    from profile.tag
    join profile.tag_category category using (category_id)
    where tag.state = ${state}
      and ${pattern === null ? sql`true` : sql`(tag.name_zh ilike ${pattern} or tag.name_en ilike ${pattern})`}
      and ${categoryIds === undefined ? sql`true` : sql`tag.category_id = any(${[...categoryIds]}::int[])`}
      and ${kind === undefined ? sql`true` : sql`tag.kind = ${kind}`}
      and ${before === undefined ? sql`true` : sql`tag.tag_id < ${before}`}
    order by tag.tag_id desc limit ${limit}`.execute(db);
  return rows;
}
