import type { CommerceEvent } from '@siyu/contract/commerce';

/** An event derived from a document, before it gets its ids. Money is in minor units; time in milliseconds. */
export interface ShopEvent {
  readonly name: CommerceEvent;
  readonly identityId: number;
  readonly time: number;
  readonly revenue: number | null;
  readonly currency: string;
  /** Number of the order it belongs to (of the document itself, where no order is known). */
  readonly orderId: string;
  readonly product: string;
  readonly category: string;
  readonly storeOrgId: number;
  readonly orgId: number;
  readonly channel: string;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}
