import { type Kysely, sql } from 'kysely';

/** A product as a line names it. */
export interface SeenProduct {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly sourceId: number;
}

/**
 * Makes sure that every product of some lines is known, and gives the category of each SKU. What a line says fills gaps of
 * a product that nobody stated; it never replaces what is there.
 */
export async function knowProducts(
  tx: Kysely<unknown>,
  seen: ReadonlyMap<string, SeenProduct>,
  at: Date,
): Promise<ReadonlyMap<string, string>> {
  if (seen.size === 0) return new Map();
  const skus = [...seen.keys()];
  const { rows } = await sql<{ sku: string; name: string; category: string; stated: boolean }>`
    select sku, name, category, stated from commerce.product where sku = any(${skus}::text[])`.execute(
    tx,
  );
  const known = new Map(rows.map((row) => [row.sku, row]));
  const news = [...seen.values()].filter((product) => {
    const before = known.get(product.sku);
    if (!before) return true;
    if (before.stated) return false;
    return (
      (before.name === '' && product.name !== '') ||
      (before.category === '' && product.category !== '')
    );
  });
  if (news.length > 0) {
    await sql`
      insert into commerce.product (sku, name, category, first_source_id, first_seen_at, changed_at)
      select sku, name, category, source_id, ${at}, ${at}
      from unnest(
        ${news.map(({ sku }) => sku)}::text[], ${news.map(({ name }) => name)}::text[],
        ${news.map(({ category }) => category)}::text[], ${news.map(({ sourceId }) => sourceId)}::int[]
      ) as seen (sku, name, category, source_id)
      on conflict (sku) do update set
        name = case when product.name = '' then excluded.name else product.name end,
        category = case when product.category = '' then excluded.category else product.category end
      where not product.stated`.execute(tx);
  }
  return new Map(
    skus.map((sku) => [sku, known.get(sku)?.category || (seen.get(sku)?.category ?? '')]),
  );
}
