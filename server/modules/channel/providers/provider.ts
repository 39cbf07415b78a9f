import type { Provider as ProviderView, SettingField } from '@siyu/contract/channel';
import type { ChannelKind } from '@siyu/contract/content';

/** A message as a provider gets it. */
export interface OutgoingMessage {
  /** The same for every attempt at this message: what a provider that knows idempotency is given. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly format: 'text' | 'html';
  readonly unsubscribeUrl: string;
  readonly category: 'marketing' | 'service';
}

/**
 * What a provider answered. `again`: it was not taken and may be tried later. `refused`: never will be; `bounced` when the address
 * itself is bad. `unclear`: it may have been taken.
 */
export type Answer =
  | { readonly outcome: 'taken'; readonly ref: string; readonly isDelivered: boolean }
  | { readonly outcome: 'again'; readonly error: string }
  | { readonly outcome: 'refused'; readonly error: string; readonly bounced: boolean }
  | { readonly outcome: 'unclear'; readonly error: string };

export interface ProviderSettings {
  readonly values: Readonly<Record<string, string | number | boolean>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** A connection to a provider; made per batch job, closed after it. */
export interface ProviderSession {
  send(message: OutgoingMessage): Promise<Answer>;
  /** Tries connection and credentials; resolves to what was answered, rejects with the reason. */
  probe(): Promise<string>;
  close(): void;
}

/** A way out of the house: one folder each, which is all that adding one touches besides the list. */
export interface Provider extends Omit<ProviderView, 'fields' | 'channels'> {
  readonly channels: readonly ChannelKind[];
  readonly fields: readonly SettingField[];
  /** It keeps our key and does nothing when asked twice, so an attempt without answer may be repeated. */
  readonly isIdempotent: boolean;
  /** Messages handed over at once. */
  readonly concurrency: number;
  open(settings: ProviderSettings): ProviderSession;
}
