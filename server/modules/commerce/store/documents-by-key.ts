import type { PlacedDocument, SettledLine } from '@siyu/engine/commerce';
import { type Kysely, sql } from 'kysely';
import type { CommerceTables, StoredLine } from '../tables.ts';

export interface DocumentKey {
  readonly sourceId: number;
  readonly kind: string;
  readonly number: string;
}

/** What is stored of some documents, by `documentKey`. */
export async function documentsByKey(
  tx: Kysely<unknown>,
  keys: readonly DocumentKey[],
): Promise<Map<string, PlacedDocument>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<CommerceTables['commerce.document']>`
    select document.*
    from unnest(
      ${keys.map(({ sourceId }) => sourceId)}::int[],
      ${keys.map(({ kind }) => kind)}::text[],
      ${keys.map(({ number }) => number)}::text[]
    ) as wanted (source_id, kind, number)
    join commerce.document using (source_id, kind, number)`.execute(tx);
  return new Map(
    rows.map((row) => [
      documentKey({ sourceId: row.source_id, kind: row.kind, number: row.number }),
      placedOf(row),
    ]),
  );
}

export const documentKey = ({ sourceId, kind, number }: DocumentKey): string =>
  `${sourceId} ${kind} ${number}`;

function placedOf(row: CommerceTables['commerce.document']): PlacedDocument {
  return {
    kind: row.kind,
    number: row.number,
    orderNumber: row.order_number,
    currency: row.currency,
    status: row.status as PlacedDocument['status'],
    at: row.at.getTime(),
    paidAt: row.paid_at?.getTime() ?? null,
    completedAt: row.completed_at?.getTime() ?? null,
    cancelledAt: row.cancelled_at?.getTime() ?? null,
    changedAt: row.changed_at?.getTime() ?? null,
    amount: row.amount,
    lines: row.lines.map(settledLine),
    reason: row.reason,
    identityId: row.identity_id ?? 0,
    orgId: row.org_id,
    storeOrgId: row.store_org_id,
    channel: row.channel,
  };
}

export const settledLine = ([
  sku,
  name,
  category,
  quantity,
  unitPrice,
  amount,
]: StoredLine): SettledLine => ({ sku, name, category, quantity, unitPrice, amount });

export const storedLine = (line: SettledLine): StoredLine => [
  line.sku,
  line.name,
  line.category,
  line.quantity,
  line.unitPrice,
  line.amount,
];
