import type { CommerceDocument } from '@siyu/contract/commerce';
import type { Touchpoint } from '../brand/touchpoints.ts';

/** A call of the tracking API as a Segment client sends it. Times are ISO 8601. */
export interface TrackingCall {
  readonly type: 'identify' | 'track' | 'page' | 'screen';
  readonly messageId: string;
  readonly timestamp: string;
  readonly anonymousId?: string;
  readonly userId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly context?: Readonly<Record<string, unknown>>;
}

interface ActOf {
  /** UTC milliseconds. */
  readonly at: number;
  /** The source that states it. */
  readonly touchpoint: Touchpoint;
  /** Which human did it: the truth, which no source says; -1 for nobody. */
  readonly person: number;
}

/** One thing that happened, as one source of the brand would state it. */
export type Act =
  | (ActOf & { readonly kind: 'call'; readonly call: TrackingCall })
  | (ActOf & { readonly kind: 'document'; readonly document: CommerceDocument });

/** What was done, without its number: the stage gives the messageId and the time. */
export type Said = Omit<TrackingCall, 'messageId' | 'timestamp'>;
