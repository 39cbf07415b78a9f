import type { CommerceDocument } from '@siyu/contract/commerce';

/** A document whose buyer, source and place are known. Its own `buyer` is not read any more. */
export interface ResolvedDocument {
  readonly document: CommerceDocument;
  readonly sourceId: number;
  /** Node of the act: the store that the document names, else the source's own. */
  readonly orgId: number;
  /** The store that the document names, when it is known; otherwise 0. */
  readonly storeOrgId: number;
  /** Of the source; a document may state its own. */
  readonly channel: string;
  /** Null for an anonymous document. */
  readonly identityId: number | null;
  readonly personId: number | null;
  readonly receivedAt: Date;
  /** 64-bit hash of the message, unique within the installation; the ids of the derived events follow from it. */
  readonly messageHash: bigint;
}

/** An event for ClickHouse that follows from a document. Money is in minor units. */
export interface DerivedEvent {
  readonly name: string;
  /** 0 for anonymous documents, and so is the person. */
  readonly identityId: number;
  readonly personId: number;
  readonly time: Date;
  readonly revenue: number | null;
  readonly currency: string;
  readonly orderId: string;
  readonly product: string;
  readonly category: string;
  readonly storeOrgId: number;
  readonly orgId: number;
  readonly channel: string;
  readonly sourceId: number;
  /** Signed 64 bits: a function of the message and the place of the event in it, so that repeating gives the same. */
  readonly eventHash: bigint;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}
