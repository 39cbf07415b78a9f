import { type Kysely, sql } from 'kysely';
import type { ProductRow } from './product-page.ts';

/** Products of some SKUs, in no order; unknown SKUs are left out. */
export async function productsBySku(
  db: Kysely<unknown>,
  skus: readonly string[],
): Promise<readonly ProductRow[]> {
  if (skus.length === 0) return [];
  const { rows } = await sql<ProductRow>`
    select * from commerce.product where sku = any(${[...skus]}::text[])`.execute(db);
  return rows;
}
