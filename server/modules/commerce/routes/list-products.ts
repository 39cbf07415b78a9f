import { listProducts, type ProductItem } from '@siyu/contract/commerce';
import { endpoint } from '../../../platform/http/index.ts';
import { pageOf, textKey } from '../page-of.ts';
import { type ProductRow, productPage } from '../store/product-page.ts';

export const listProductsEndpoint = endpoint(listProducts, async ({ platform, query }) => {
  const limit = query.limit ?? 50;
  const rows = await productPage(platform.postgres.db<unknown>(), {
    q: query.q,
    category: query.category,
    after: textKey(query.cursor),
    limit: limit + 1,
  });
  return pageOf(rows, limit, showProduct, ({ sku }) => [sku]);
});

const showProduct = (row: ProductRow): ProductItem => ({
  sku: row.sku,
  name: row.name || row.sku,
  category: row.category,
  brand: row.brand,
  price: row.price,
  currency: row.currency,
  durable: row.durable,
  stated: row.stated,
});
