import { sql } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { deliveryIdOf } from './public-ids.ts';
import type { DeliveryRow } from './store/delivery-row.ts';
import { wakeChannel } from './wake-channel.ts';

/**
 * Decides a delivery of unknown outcome by a person's word: it counts as sent, or is given to the provider once more (which may make a
 * second copy, and only a person may risk that). @throws channel.delivery_settled
 */
export async function settleDelivery(
  platform: Platform,
  row: DeliveryRow,
  as: 'sent' | 'again',
): Promise<void> {
  const at = platform.clock.now();
  const { numAffectedRows } = await sql`
    update channel.delivery
    set state = case when ${as} = 'sent' then 'sent' else 'planned' end,
      sent_at = case when ${as} = 'sent' then ${at}::timestamptz else sent_at end,
      due_at = case when ${as} = 'again' then ${at}::timestamptz else due_at end, lease = null, lease_until = null
    where delivery_id = ${row.deliveryId} and state = 'unknown'`.execute(
    platform.postgres.db<unknown>(),
  );
  if (!numAffectedRows) {
    throw problem('channel.delivery_settled', {
      delivery: deliveryIdOf(row.deliveryId),
      state: row.state,
    });
  }
  if (as === 'again') await wakeChannel(platform, row.channel);
}
