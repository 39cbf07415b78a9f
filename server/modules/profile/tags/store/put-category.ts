import { type Kysely, sql } from 'kysely';

export interface CategoryFields {
  readonly parent_id: number | null;
  readonly name_zh: string;
  readonly name_en: string;
  readonly position: number;
}

/** Adds a category. */
export async function insertCategory(
  db: Kysely<unknown>,
  publicId: string,
  fields: CategoryFields,
  at: Date,
): Promise<void> {
  await sql`
    insert into profile.tag_category (public_id, parent_id, name_zh, name_en, position, created_at)
    values (${publicId}, ${fields.parent_id}, ${fields.name_zh}, ${fields.name_en}, ${fields.position}, ${at})`.execute(
    db,
  );
}

/** Changes a category. */
export async function changeCategory(
  db: Kysely<unknown>,
  categoryId: number,
  fields: CategoryFields,
): Promise<void> {
  await sql`
    update profile.tag_category
    set parent_id = ${fields.parent_id}, name_zh = ${fields.name_zh}, name_en = ${fields.name_en}, position = ${fields.position}
    where category_id = ${categoryId}`.execute(db);
}

/** Removes a category that holds neither categories nor tags, archived ones included; false when it holds some. */
export async function removeCategory(db: Kysely<unknown>, categoryId: number): Promise<boolean> {
  const { rows } = await sql`
    delete from profile.tag_category
    where category_id = ${categoryId}
      and not exists (select 1 from profile.tag_category child where child.parent_id = ${categoryId})
      and not exists (select 1 from profile.tag where tag.category_id = ${categoryId})
    returning 1`.execute(db);
  return rows.length > 0;
}
