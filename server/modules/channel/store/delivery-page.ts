import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { deliveryIdsOfPerson } from './delivery-ids-of-person.ts';
import { type DeliveryRow, deliveryInScope, deliveryRow } from './delivery-row.ts';

export interface DeliveryFilter {
  readonly person?:
    | { readonly identityIds: readonly number[]; readonly personIds: readonly number[] }
    | undefined;
  readonly channel?: string | undefined;
  readonly campaign?: string | undefined;
  readonly state?: string | undefined;
  readonly reason?: string | undefined;
  /** Only what the sandbox took. */
  readonly isInbox?: boolean;
}

/** Deliveries of a scope below `before`, newest first. */
export async function deliveryPage(
  db: Kysely<unknown>,
  scope: Scope,
  filter: DeliveryFilter,
  page: { readonly before: number; readonly limit: number },
): Promise<readonly DeliveryRow[]> {
  const { person, channel, campaign, state, reason, isInbox } = filter;
  const { rows } = await sql<DeliveryRow>`
    ${deliveryRow}
    where delivery_id < ${page.before} and ${deliveryInScope(scope)}
      ${person === undefined ? sql`` : sql`and delivery_id in ${deliveryIdsOfPerson(person)}`}
      ${channel === undefined ? sql`` : sql`and delivery.channel = ${channel}`}
      ${campaign === undefined ? sql`` : sql`and delivery.send_id in (select send_id from channel.send where campaign_ref = ${campaign})`}
      ${state === undefined ? sql`` : sql`and delivery.state = ${state}`}
      ${reason === undefined ? sql`` : sql`and reason = ${reason}`}
      ${isInbox ? sql`and exists (select from channel.inbox where inbox.delivery_id = delivery.delivery_id)` : sql``}
    order by delivery_id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** One delivery of a scope, or undefined. */
export async function deliveryById(
  db: Kysely<unknown>,
  scope: Scope,
  deliveryId: number,
): Promise<DeliveryRow | undefined> {
  const { rows } = await sql<DeliveryRow>`
    ${deliveryRow} where delivery_id = ${deliveryId} and ${deliveryInScope(scope)}`.execute(db);
  return rows[0];
}
