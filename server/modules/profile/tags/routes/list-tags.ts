import { listTags } from '@siyu/contract/profile';
import { decodeCursor, encodeCursor, endpoint } from '../../../../platform/http/index.ts';
import { categoryByPublicId } from '../category-by-public-id.ts';
import { categoriesUnder } from '../show-category.ts';
import { showTags } from '../show-tags.ts';
import { allCategories } from '../store/categories.ts';
import { tagPage } from '../store/tag-page.ts';

export const list = endpoint(listTags, async ({ platform, query }) => {
  const db = platform.postgres.db<unknown>();
  const { search, category, kind, state = 'active', cursor, limit = 50 } = query;
  const top = category === undefined ? undefined : await categoryByPublicId(db, category);
  const rows = await tagPage(db, {
    search,
    kind,
    state,
    categoryIds: top && categoriesUnder(await allCategories(db), top.category_id),
    before: cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await showTags(platform, page),
    next: rows.length > limit && last ? encodeCursor([last.tag_id]) : null,
  };
});
