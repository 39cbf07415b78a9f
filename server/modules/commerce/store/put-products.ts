import type { Product } from '@siyu/contract/commerce';
import { type Kysely, sql } from 'kysely';

/** Writes stated products; an older statement does not replace a newer one. */
export async function putProducts(
  tx: Kysely<unknown>,
  products: readonly { readonly product: Product; readonly sourceId: number }[],
  at: Date,
): Promise<void> {
  const latest = new Map<string, { product: Product; sourceId: number }>();
  for (const stated of products) {
    const known = latest.get(stated.product.sku);
    const isOlder =
      known && Date.parse(stated.product.changedAt) < Date.parse(known.product.changedAt);
    if (!isOlder) latest.set(stated.product.sku, stated);
  }
  if (latest.size === 0) return;
  const rows = [...latest.values()].map(({ product, sourceId }) => ({
    ...product,
    changed_at: new Date(product.changedAt),
    source_id: sourceId,
  }));
  await sql`
    insert into commerce.product (sku, name, category, brand, price, currency, durable, stated, first_source_id, first_seen_at, changed_at)
    select sku, name, coalesce(category, ''), coalesce(brand, ''), price, currency, coalesce(durable, false), true, source_id, ${at}, changed_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      sku text, name text, category text, brand text, price bigint, currency text, durable boolean, source_id int, changed_at timestamptz
    )
    on conflict (sku) do update set
      name = excluded.name, category = excluded.category, brand = excluded.brand, price = excluded.price,
      currency = excluded.currency, durable = excluded.durable, stated = true, changed_at = excluded.changed_at
    where not product.stated or product.changed_at <= excluded.changed_at`.execute(tx);
}
