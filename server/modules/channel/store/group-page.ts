import type { SkipReason } from '@siyu/contract/channel';
import { type Kysely, sql } from 'kysely';
import { type DeliveryGroup, inGroup } from './delivery-group.ts';

/** A person behind a number, by the delivery. */
export interface GroupRow {
  readonly deliveryId: number;
  readonly sendId: number;
  readonly personId: number;
  readonly state: string;
  readonly reason: string | null;
  readonly dueAt: Date;
  readonly sentAt: Date | null;
}

export const groupColumns = sql`delivery_id as "deliveryId", send_id as "sendId", person_id as "personId", state, reason,
  due_at as "dueAt", sent_at as "sentAt"`;

/** Deliveries of a group after `after`, by id; erased people stay numbers and are left out of the list. */
export async function groupPage(
  db: Kysely<unknown>,
  sendIds: readonly number[],
  page: {
    readonly group: DeliveryGroup;
    readonly reason?: SkipReason | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select ${groupColumns} from channel.delivery
    where send_id = any(${[...sendIds]}::int[]) and delivery_id > ${page.after} and person_id > 0
      and ${inGroup(page.group, page.reason)}
    order by delivery_id limit ${page.limit}`.execute(db);
  return rows;
}
