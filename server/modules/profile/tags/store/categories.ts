import { type Kysely, sql } from 'kysely';

export interface CategoryRow {
  readonly category_id: number;
  readonly public_id: string;
  readonly parent_id: number | null;
  readonly parent: string | null;
  readonly name_zh: string;
  readonly name_en: string;
  readonly position: number;
  readonly tags: number;
}

/** All categories, parents before children, with their active tags counted. */
export async function allCategories(db: Kysely<unknown>): Promise<readonly CategoryRow[]> {
  const { rows } = await sql<CategoryRow>`
    with recursive tree as (
      select category.*, null::text as parent, array[position, category_id] as path
      from profile.tag_category category where parent_id is null
      union all
      select child.*, tree.public_id, tree.path || array[child.position, child.category_id]
      from tree join profile.tag_category child on child.parent_id = tree.category_id
    )
    select category_id, public_id, parent_id, parent, name_zh, name_en, position,
      (select count(*) from profile.tag where tag.category_id = tree.category_id and state = 'active') as tags
    from tree order by path`.execute(db);
  return rows;
}
