import type { TagCategory } from '@siyu/contract/profile';
import type { CategoryRow } from './store/categories.ts';

/** A category as the outside sees it. */
export const showCategory = (row: CategoryRow): TagCategory => ({
  category: row.public_id,
  parent: row.parent,
  zh: row.name_zh,
  en: row.name_en,
  position: row.position,
  tags: row.tags,
});

/** The ids of a category and all below it. */
export function categoriesUnder(
  rows: readonly CategoryRow[],
  categoryId: number,
): readonly number[] {
  const children = rows.filter((row) => row.parent_id === categoryId);
  return [categoryId, ...children.flatMap((row) => categoriesUnder(rows, row.category_id))];
}
