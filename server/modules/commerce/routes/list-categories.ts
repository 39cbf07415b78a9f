import { listCategories } from '@siyu/contract/commerce';
import { endpoint } from '../../../platform/http/index.ts';
import { pageOf, textKey } from '../page-of.ts';
import { categoryPage } from '../store/category-page.ts';

export const listCategoriesEndpoint = endpoint(listCategories, async ({ platform, query }) => {
  const limit = query.limit ?? 50;
  const rows = await categoryPage(platform.postgres.db<unknown>(), {
    after: textKey(query.cursor),
    limit: limit + 1,
  });
  return pageOf(
    rows,
    limit,
    (row) => ({ ...row }),
    ({ category }) => [category],
  );
});
