import type { OrderStatus } from '@siyu/contract/commerce';

/** A line with its amount settled. In refunds quantity and amount are negative. */
export interface SettledLine {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly quantity: number;
  readonly unitPrice: string;
  /** Minor units, signed. */
  readonly amount: number;
}

/** An order, refund or adjustment in the one form in which it is stored and compared. Times are milliseconds. */
export interface SettledDocument {
  readonly kind: 'order' | 'refund' | 'adjustment';
  readonly number: string;
  readonly orderNumber: string | null;
  readonly currency: string;
  /** Empty for refunds and adjustments. */
  readonly status: OrderStatus | '';
  /** Placed, refunded or adjusted at. */
  readonly at: number;
  readonly paidAt: number | null;
  readonly completedAt: number | null;
  readonly cancelledAt: number | null;
  readonly changedAt: number | null;
  /** Minor units, signed: what the document moves if it counts. */
  readonly amount: number;
  readonly lines: readonly SettledLine[];
  readonly reason: string | null;
}

/** Whose a document is and where it happened. */
export interface Placement {
  /** Identity of the buyer; 0 = anonymous. */
  readonly identityId: number;
  readonly orgId: number;
  /** The store, when the act happened in one; otherwise 0. */
  readonly storeOrgId: number;
  readonly channel: string;
}

export type PlacedDocument = SettledDocument & Placement;

/** Whether a document stands in the sums: everything does but a cancelled order. */
export const counts = (document: Pick<SettledDocument, 'status'>): boolean =>
  document.status !== 'cancelled';
