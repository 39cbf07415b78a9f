import type { SkipReason } from '@siyu/contract/channel';
import { type RawBuilder, sql } from 'kysely';

/** Groups of deliveries behind the numbers of `sendCounts`, by the same names. */
const groups = {
  audience: sql<boolean>`true`,
  planned: sql<boolean>`gate is distinct from 'plan'`,
  waiting: sql<boolean>`state in ('planned', 'claimed', 'sending')`,
  sent: sql<boolean>`sent_at is not null`,
  delivered: sql<boolean>`delivered_at is not null`,
  opened: sql<boolean>`opened_at is not null`,
  clicked: sql<boolean>`clicked_at is not null`,
  replied: sql<boolean>`replied_at is not null`,
  unsubscribed: sql<boolean>`unsubscribed_at is not null`,
  failed: sql<boolean>`state = 'failed'`,
  unknown: sql<boolean>`state = 'unknown'`,
  holdout: sql<boolean>`state = 'skipped' and reason = 'holdout'`,
  skipped: sql<boolean>`state = 'skipped' and reason <> 'holdout'`,
} as const;

export type DeliveryGroup = keyof typeof groups;

/** PostgreSQL condition on a delivery; `reason` narrows `skipped`. */
export function inGroup(group: DeliveryGroup, reason?: SkipReason): RawBuilder<boolean> {
  return reason === undefined
    ? groups[group]
    : sql<boolean>`${groups[group]} and reason = ${reason}`;
}
