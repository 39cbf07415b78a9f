import type { DeliveryState, SkipReason } from '@siyu/contract/channel';
import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { identityMap, inScope } from '../../identity/index.ts';

/** A delivery with the send it belongs to, as lists and pages show it. `personId`: whose it is today. */
export interface DeliveryRow {
  readonly deliveryId: number;
  readonly personId: number;
  readonly identityId: number | null;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly campaignRef: string;
  readonly title: string;
  readonly templateId: number;
  readonly templateVersion: number;
  readonly provider: string | null;
  readonly state: DeliveryState;
  readonly reason: SkipReason | null;
  readonly gate: 'plan' | 'claim' | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly plannedAt: Date;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly openedAt: Date | null;
  readonly clickedAt: Date | null;
  readonly repliedAt: Date | null;
  readonly failedAt: Date | null;
  readonly unsubscribedAt: Date | null;
}

/** Whose a delivery is today: the holder of its address, or the person who had none. */
const personToday = sql`coalesce(map.person_id, delivery.person_id)`;

/** Select list and joins behind a `DeliveryRow`, up to WHERE. */
export const deliveryRow = sql`
  select delivery_id as "deliveryId", ${personToday} as "personId", delivery.identity_id as "identityId", delivery.channel,
    category, campaign_ref as "campaignRef", title, template_id as "templateId", template_version as "templateVersion",
    provider, delivery.state, reason, gate, attempts, error, planned_at as "plannedAt", due_at as "dueAt",
    sent_at as "sentAt", delivered_at as "deliveredAt", opened_at as "openedAt", clicked_at as "clickedAt",
    replied_at as "repliedAt", failed_at as "failedAt", unsubscribed_at as "unsubscribedAt"
  from channel.delivery
  join channel.send using (send_id)
  left join ${identityMap} as map on map.identity_id = delivery.identity_id`;

/** Condition that a delivery's person is in a scope; those of erased people are seen by who sees everything. */
export const deliveryInScope = (scope: Scope): RawBuilder<boolean> => inScope(scope, personToday);
