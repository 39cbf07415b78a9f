import { type Kysely, sql } from 'kysely';
import type { CommerceTables } from '../tables.ts';

export type OwnedRow = CommerceTables['commerce.owned_product'] & { readonly name: string };

/** Appliances of some identities with their product's name, latest known first. */
export async function ownedOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
): Promise<readonly OwnedRow[]> {
  const { rows } = await sql<OwnedRow>`
    select owned.*, coalesce(product.name, '') as name
    from commerce.owned_product owned left join commerce.product using (sku)
    where identity_id = any(${[...identityIds]}::bigint[])
    order by owned_product_id desc`.execute(db);
  return rows;
}
