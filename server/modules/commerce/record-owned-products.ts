import type { OwnedProduct } from '@siyu/contract/commerce';
import { type Kysely, sql } from 'kysely';
import { eventHashes } from './event-hashes.ts';
import { instantOf } from './instant-of.ts';
import type { DerivedEvent, ResolvedDocument } from './resolved-document.ts';
import { knowProducts } from './store/know-products.ts';

type ResolvedOwned = ResolvedDocument & { readonly document: OwnedProduct };

const keyOf = ({ document: { sku, serial } }: ResolvedOwned): string =>
  JSON.stringify([sku, serial]);

/**
 * Appliances at somebody's home: `product_owned` when one becomes known or gets another owner. Sources complete each
 * other: a later statement fills what it knows and leaves the rest.
 */
export async function recordOwnedProducts(
  tx: Kysely<unknown>,
  owned: readonly ResolvedOwned[],
  at: Date,
): Promise<readonly DerivedEvent[]> {
  if (owned.length === 0) return [];
  const seen = new Map(
    owned.map(({ document: { sku }, sourceId }) => [
      sku,
      { sku, name: '', category: '', sourceId },
    ]),
  );
  const categories = await knowProducts(tx, seen, at);
  const owners = await knownOwners(tx, owned);
  const latest = new Map<string, ResolvedOwned>();
  const events: DerivedEvent[] = [];
  for (const item of owned) {
    const key = keyOf(item);
    const owner = owners.get(key);
    const isNews = owner === undefined || (item.identityId !== null && owner !== item.identityId);
    if (isNews) {
      const category = categories.get(item.document.sku) ?? '';
      events.push(eventOf(item, category, eventHashes(item.messageHash)()));
      owners.set(key, item.identityId);
    }
    latest.set(key, united(latest.get(key), item));
  }
  await putOwned(tx, [...latest.values()], at);
  return events;
}

/** Two statements about one appliance in one block: the later one over the earlier one. */
function united(before: ResolvedOwned | undefined, after: ResolvedOwned): ResolvedOwned {
  if (!before) return after;
  return {
    ...after,
    identityId: after.identityId ?? before.identityId,
    document: { ...before.document, ...after.document },
  };
}

async function knownOwners(
  tx: Kysely<unknown>,
  owned: readonly ResolvedOwned[],
): Promise<Map<string, number | null>> {
  const { rows } = await sql<{ sku: string; serial: string; identity_id: number | null }>`
    select sku, serial, identity_id
    from unnest(${owned.map(({ document }) => document.sku)}::text[], ${owned.map(({ document }) => document.serial)}::text[])
      as wanted (sku, serial)
    join commerce.owned_product using (sku, serial)`.execute(tx);
  return new Map(rows.map((row) => [JSON.stringify([row.sku, row.serial]), row.identity_id]));
}

async function putOwned(
  tx: Kysely<unknown>,
  owned: readonly ResolvedOwned[],
  at: Date,
): Promise<void> {
  const rows = owned.map(({ document, sourceId, identityId, orgId }) => ({
    sku: document.sku,
    serial: document.serial,
    identity_id: identityId,
    source_id: sourceId,
    org_id: orgId,
    order_number: document.orderNumber ?? null,
    purchased_at: instantOf(document.purchasedAt),
    installed_at: instantOf(document.installedAt),
    warranty_until: instantOf(document.warrantyUntil),
    stated_at: instantOf(document.statedAt),
  }));
  await sql`
    insert into commerce.owned_product (
      sku, serial, identity_id, source_id, org_id, order_number, purchased_at, installed_at, warranty_until, stated_at,
      recorded_at, updated_at
    )
    select sku, serial, identity_id, source_id, org_id, order_number, purchased_at, installed_at, warranty_until, stated_at,
      ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      sku text, serial text, identity_id bigint, source_id int, org_id int, order_number text, purchased_at timestamptz,
      installed_at timestamptz, warranty_until timestamptz, stated_at timestamptz
    )
    on conflict (sku, serial) do update set
      identity_id = coalesce(excluded.identity_id, owned_product.identity_id),
      order_number = coalesce(excluded.order_number, owned_product.order_number),
      purchased_at = coalesce(excluded.purchased_at, owned_product.purchased_at),
      installed_at = coalesce(excluded.installed_at, owned_product.installed_at),
      warranty_until = coalesce(excluded.warranty_until, owned_product.warranty_until),
      updated_at = excluded.updated_at`.execute(tx);
}

function eventOf(item: ResolvedOwned, category: string, eventHash: bigint): DerivedEvent {
  const { document, sourceId, orgId, storeOrgId, identityId, personId } = item;
  return {
    name: 'product_owned',
    identityId: identityId ?? 0,
    personId: personId ?? 0,
    time: new Date(document.installedAt ?? document.purchasedAt ?? document.statedAt),
    revenue: null,
    currency: '',
    orderId: document.orderNumber ?? '',
    product: document.sku,
    category,
    storeOrgId,
    orgId,
    channel: document.channel ?? item.channel,
    sourceId,
    eventHash,
    text: {},
    number: {},
  };
}
