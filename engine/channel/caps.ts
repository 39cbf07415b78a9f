import type { SendPolicy, SkipReason } from '@siyu/contract/channel';
import type { ChannelKind } from '@siyu/contract/content';
import type { SendWindow } from './send-window.ts';

/** A marketing message that reaches, or reached, a person on a day of the organisation. */
export interface Contact {
  readonly channel: string;
  readonly day: string;
}

/** The first cap that one more message on this channel would break, or null. */
export function capReached(
  policy: Pick<SendPolicy, 'overall' | 'channels'>,
  channel: ChannelKind,
  window: SendWindow,
  contacts: readonly Contact[],
): SkipReason | null {
  let day = 0;
  let week = 0;
  let channelDay = 0;
  let channelWeek = 0;
  for (const contact of contacts) {
    if (contact.day < window.weekFrom || contact.day > window.weekUntil) continue;
    const isToday = contact.day === window.day;
    week++;
    if (isToday) day++;
    if (contact.channel !== channel) continue;
    channelWeek++;
    if (isToday) channelDay++;
  }
  const own = policy.channels[channel];
  if (own && reached(channelDay, own.perDay)) return 'cap_channel_day';
  if (own && reached(channelWeek, own.perWeek)) return 'cap_channel_week';
  if (reached(day, policy.overall.perDay)) return 'cap_day';
  if (reached(week, policy.overall.perWeek)) return 'cap_week';
  return null;
}

const reached = (used: number, limit: number | null): boolean => limit !== null && used >= limit;
