import type { Platform } from '../../platform/platform.ts';
import { productsBySku } from './store/products-by-sku.ts';

/** Names of products by SKU, for everything that shows events; a product without a name goes by its SKU. */
export async function productNames(
  platform: Platform,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await productsBySku(platform.postgres.db<unknown>(), [...new Set(skus)]);
  return new Map(rows.map(({ sku, name }) => [sku, name || sku]));
}
