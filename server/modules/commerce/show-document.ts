import type { DocumentSummary } from '@siyu/contract/commerce';
import { sql } from 'kysely';

/** A document without its lines, as the lists read it. */
export interface SummaryRow {
  readonly document_id: number;
  readonly kind: DocumentSummary['kind'];
  readonly number: string;
  readonly order_number: string | null;
  readonly status: string;
  readonly at: Date;
  readonly channel: string;
  readonly org_id: number;
  readonly currency: string;
  readonly amount: number;
  readonly reason: string | null;
  readonly anonymous: boolean;
  readonly line_count: number;
}

export const summaryColumns = sql`
  document_id, kind, number, order_number, status, at, channel, org_id, currency, amount, reason,
  identity_id is null as anonymous, jsonb_array_length(lines) as line_count`;

/** What a document counts in sums, as SQL: a cancelled order nothing, any other its amount. */
export const countedAmount = sql`case when status = 'cancelled' then 0 else amount end`;

const documentId = (id: number): string => `doc_${id}`;

export const showSummary = (row: SummaryRow): DocumentSummary => ({
  id: documentId(row.document_id),
  kind: row.kind,
  number: row.number,
  orderNumber: row.order_number,
  status: row.status,
  at: row.at.toISOString(),
  channel: row.channel,
  orgId: row.org_id,
  currency: row.currency,
  amount: row.amount,
  counted: row.status === 'cancelled' ? 0 : row.amount,
  reason: row.reason,
  anonymous: row.anonymous,
  lineCount: row.line_count,
});
