import type { Kysely } from 'kysely';
import { problem } from '../../../platform/http/index.ts';
import { allCategories, type CategoryRow } from './store/categories.ts';

/** The category of a public id. @throws profile.tag_category_unknown */
export async function categoryByPublicId(
  db: Kysely<unknown>,
  category: string,
): Promise<CategoryRow> {
  const found = (await allCategories(db)).find((row) => row.public_id === category);
  if (!found) throw problem('profile.tag_category_unknown', { category });
  return found;
}
