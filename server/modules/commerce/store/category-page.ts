import { type Kysely, sql } from 'kysely';

/** A page of category paths with the number of products directly in each. */
export async function categoryPage(
  db: Kysely<unknown>,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly { readonly category: string; readonly products: number }[]> {
  const { after, limit } = page;
  const { rows } = await sql<{ category: string; products: number }>`
    select category, count(*) as products from commerce.product
    where category <> '' and ${after === undefined ? sql`true` : sql`category > ${after}`}
    group by category order by category limit ${limit}`.execute(db);
  return rows;
}
