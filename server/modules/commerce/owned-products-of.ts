import type { OwnedProductItem } from '@siyu/contract/commerce';
import type { Platform } from '../../platform/platform.ts';
import { ownedOfIdentities } from './store/owned-of-identities.ts';

/** A person's appliances by the person's identities. */
export async function ownedProductsOf(
  platform: Platform,
  identityIds: readonly number[],
): Promise<readonly OwnedProductItem[]> {
  const rows = await ownedOfIdentities(platform.postgres.db<unknown>(), identityIds);
  return rows.map((row) => ({
    serial: row.serial,
    sku: row.sku,
    name: row.name,
    purchasedAt: row.purchased_at?.toISOString() ?? null,
    installedAt: row.installed_at?.toISOString() ?? null,
    warrantyUntil: row.warranty_until?.toISOString() ?? null,
  }));
}
