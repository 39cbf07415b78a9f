import { type Kysely, sql } from 'kysely';
import { deliveryIdsOfPerson } from './delivery-ids-of-person.ts';

/** Everything that was sent, or not sent, to a person, for the copy that the law grants. */
export async function deliveriesOfPerson(
  db: Kysely<unknown>,
  of: { readonly identityIds: readonly number[]; readonly personIds: readonly number[] },
) {
  const { rows } = await sql<{ campaign: string; channel: string; state: string; plannedAt: Date }>`
    select title as campaign, delivery.channel, delivery.state, reason, planned_at as "plannedAt", sent_at as "sentAt",
      opened_at as "openedAt", clicked_at as "clickedAt", unsubscribed_at as "unsubscribedAt"
    from channel.delivery join channel.send using (send_id)
    where delivery_id in ${deliveryIdsOfPerson(of)}
    order by delivery_id`.execute(db);
  return rows;
}
