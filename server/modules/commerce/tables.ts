import type { Generated } from 'kysely';

/** A line as it is stored: sku, name, category, quantity, unit price, amount. */
export type StoredLine = readonly [string, string, string, number, string, number];

/** The tables of this module, as Kysely sees them. */
export interface CommerceTables {
  'commerce.product': {
    sku: string;
    name: string;
    category: string;
    brand: string;
    price: number | null;
    currency: string | null;
    durable: boolean;
    stated: boolean;
    first_source_id: number;
    first_seen_at: Date;
    changed_at: Date;
  };
  'commerce.document': {
    document_id: Generated<number>;
    source_id: number;
    kind: 'order' | 'refund' | 'adjustment';
    number: string;
    order_number: string | null;
    identity_id: number | null;
    org_id: number;
    store_org_id: number;
    channel: string;
    currency: string;
    status: string;
    at: Date;
    paid_at: Date | null;
    completed_at: Date | null;
    cancelled_at: Date | null;
    changed_at: Date | null;
    amount: number;
    lines: readonly StoredLine[];
    reason: string | null;
    recorded_at: Date;
    updated_at: Date;
  };
  'commerce.owned_product': {
    owned_product_id: Generated<number>;
    sku: string;
    serial: string;
    identity_id: number | null;
    source_id: number;
    org_id: number;
    order_number: string | null;
    purchased_at: Date | null;
    installed_at: Date | null;
    warranty_until: Date | null;
    stated_at: Date;
    recorded_at: Date;
    updated_at: Date;
  };
}
