import { type Kysely, sql } from 'kysely';
import type { CommerceTables } from '../tables.ts';

export type ProductRow = CommerceTables['commerce.product'];

/** A page of products by SKU. `q` is looked for in SKU and name; `category` means the path and all below it. */
export async function productPage(
  db: Kysely<unknown>,
  query: {
    readonly q?: string | undefined;
    readonly category?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly ProductRow[]> {
  const { q, category, after, limit } = query;
  const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<ProductRow>`
    select * from commerce.product
    where ${q === undefined ? sql`true` : sql`(sku ilike ${like(q)} or name ilike ${like(q)})`}
      and ${category === undefined ? sql`true` : sql`(category = ${category} or starts_with(category, ${`${category}/`}))`}
      and ${after === undefined ? sql`true` : sql`sku > ${after}`}
    order by sku limit ${limit}`.execute(db);
  return rows;
}
