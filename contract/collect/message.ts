import type { IdentifierKind } from '../identity/kinds.ts';

/** An identifier as a source stated it, not yet normalised. */
export interface StatedIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

/** One consent choice of a person. `org` is a node's code; absent = the source's own node's brand. */
export interface ConsentAct {
  readonly purpose: string;
  readonly channel: string;
  readonly state: 'granted' | 'withdrawn';
  readonly at?: string;
  readonly org?: string;
  readonly evidence: Readonly<Record<string, string | number | boolean>>;
}

/**
 * What every door (tracking API, import, reactions of a channel, a human's decision) writes to the log: one accepted
 * message, normalised in shape and not yet in content. Times are ISO 8601.
 */
export interface Message {
  /** Unique within its source; the deduplication window (7 days) stands on it. */
  readonly messageId: string;
  readonly type:
    | 'track'
    | 'identify'
    | 'page'
    | 'screen'
    | 'group'
    | 'alias'
    | 'document'
    | 'erase';
  /** Event time as stated, already corrected by the edge (`timestamp`, or receive time). */
  readonly time: string;
  readonly identifiers: readonly StatedIdentifier[];
  /** `track` / `page` / `screen`: the event's name. */
  readonly event?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly consents?: readonly ConsentAct[];
  /** `document`: one object of the commerce model, validated by its contract at the door. */
  readonly document?: unknown;
  /** The code of the store or node where the act happened, when it is not the source's own. */
  readonly org?: string;
  /** Import only: where the row stood, for the error file. */
  readonly origin?: { readonly importId: number; readonly row: number };
  /** Device and campaign context as Segment's `context`, flattened to the parts that are kept. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** A batch as it lies in the log: one source, one receive time. */
export interface MessageBatch {
  readonly sourceId: number;
  readonly receivedAt: string;
  readonly messages: readonly Message[];
  /** Calls that a door could not read; the pipeline puts them into quarantine with their reason. */
  readonly rejected?: readonly RejectedCall[];
}

/** A call kept as it came, with a stable reason code and a sentence that says what was found and what was expected. */
export interface RejectedCall {
  readonly messageId: string;
  readonly reason: string;
  readonly detail: string;
  readonly raw: unknown;
}
