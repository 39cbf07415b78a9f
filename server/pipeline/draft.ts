import type { Message } from '@siyu/contract/collect';
import type { IdentifierKind } from '@siyu/contract/identity';
import type { FlatProperties, HotColumns } from '@siyu/engine/collect';
import type { QuarantinedCall, SourceInfo } from '../modules/collect/index.ts';
import type { DerivedEvent } from '../modules/commerce/index.ts';
import type { ResolvedAct, ResolvedActs } from '../modules/identity/index.ts';
import type { ConsentStateRow } from '../modules/privacy/index.ts';
import type { StatedTrait } from '../modules/profile/index.ts';

/** A normalised identifier with its value in the clear, which leaves this process only inside a personal box. */
export interface ClearIdentifier {
  readonly kind: IdentifierKind;
  readonly hash: string;
  readonly value: string;
}

/** One message on its way through the steps; each step fills in what it is named for. */
export interface Entry {
  /** Unsigned 64-bit hash of (source, messageId). */
  readonly hash: bigint;
  readonly message: Message;
  readonly source: SourceInfo;
  readonly receivedAt: Date;
  readonly time: Date;
  identifiers: readonly ClearIdentifier[];
  flat?: FlatProperties;
  hot?: HotColumns;
  /** Node of the store or place that the message names; 0 for none. */
  orgId: number;
  storeId: number;
  /** Absent for documents without a buyer. */
  act?: ResolvedAct;
}

/** A block in the making: what the steps share. */
export interface Draft {
  readonly blockId: number;
  readonly firstOffset: number;
  readonly lastOffset: number;
  /** The moment at which the block is resolved; every row it writes carries this one. */
  readonly at: Date;
  entries: Entry[];
  readonly quarantined: QuarantinedCall[];
  readonly duplicates: { readonly sourceId: number; readonly receivedAt: Date }[];
  readonly seenHashes: bigint[];
  identity?: ResolvedActs;
  consents: readonly (ConsentStateRow & { readonly personId: number })[];
  traits: readonly StatedTrait[];
  derived: readonly DerivedEvent[];
}

/** 64 bits as PostgreSQL's signed bigint, in decimal. */
export const signed = (hash: bigint): string => BigInt.asIntN(64, hash).toString();

/** Sets a message aside with its reason. */
export function setAside(draft: Draft, entry: Entry, reason: string, detail: string): void {
  draft.quarantined.push({
    messageHash: signed(entry.hash),
    sourceId: entry.source.sourceId,
    reason,
    detail,
    eventName: entry.message.event ?? null,
    raw: entry.message,
    receivedAt: entry.receivedAt,
  });
}
