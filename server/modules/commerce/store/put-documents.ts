import type { PlacedDocument } from '@siyu/engine/commerce';
import { type Kysely, sql } from 'kysely';
import { storedLine } from './documents-by-key.ts';

/**
 * Writes documents as they now are, one row each, in one statement. The whole batch travels as one JSON value: measured on
 * Online Retail it is as fast as arrays per column, and the lines need no escaping of their own.
 */
export async function putDocuments(
  tx: Kysely<unknown>,
  documents: readonly { readonly sourceId: number; readonly document: PlacedDocument }[],
  at: Date,
): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ sourceId, document }) => ({
    source_id: sourceId,
    kind: document.kind,
    number: document.number,
    order_number: document.orderNumber,
    identity_id: document.identityId === 0 ? null : document.identityId,
    org_id: document.orgId,
    store_org_id: document.storeOrgId,
    channel: document.channel,
    currency: document.currency,
    status: document.status,
    at: instant(document.at),
    paid_at: instant(document.paidAt),
    completed_at: instant(document.completedAt),
    cancelled_at: instant(document.cancelledAt),
    changed_at: instant(document.changedAt),
    amount: document.amount,
    lines: document.lines.map(storedLine),
    reason: document.reason,
  }));
  await sql`
    insert into commerce.document (
      source_id, kind, number, order_number, identity_id, org_id, store_org_id, channel, currency, status,
      at, paid_at, completed_at, cancelled_at, changed_at, amount, lines, reason, recorded_at, updated_at
    )
    select
      source_id, kind, number, order_number, identity_id, org_id, store_org_id, channel, currency, status,
      at, paid_at, completed_at, cancelled_at, changed_at, amount, lines, reason, ${at}, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
      source_id int, kind text, number text, order_number text, identity_id bigint, org_id int, store_org_id int,
      channel text, currency text, status text, at timestamptz, paid_at timestamptz, completed_at timestamptz,
      cancelled_at timestamptz, changed_at timestamptz, amount bigint, lines jsonb, reason text
    )
    on conflict (source_id, kind, number) do update set
      order_number = excluded.order_number, identity_id = excluded.identity_id, org_id = excluded.org_id,
      store_org_id = excluded.store_org_id, channel = excluded.channel, currency = excluded.currency,
      status = excluded.status, at = excluded.at, paid_at = excluded.paid_at, completed_at = excluded.completed_at,
      cancelled_at = excluded.cancelled_at, changed_at = excluded.changed_at, amount = excluded.amount,
      lines = excluded.lines, reason = excluded.reason, updated_at = excluded.updated_at`.execute(
    tx,
  );
}

const instant = (millis: number | null): string | null =>
  millis === null ? null : new Date(millis).toISOString();
