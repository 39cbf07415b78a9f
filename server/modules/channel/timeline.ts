import { sql } from 'kysely';
import type { TimelineSource } from '../../platform/registries/index.ts';
import { deliveryIdsOfPerson } from './store/delivery-ids-of-person.ts';

/** Messages that were decided about for a person, the skipped ones with their reason. Reactions are events already. */
export const deliveryTimeline: TimelineSource = {
  name: 'channel.delivery',
  read: async (platform, { personId, identityIds }, before, limit) => {
    const { rows } = await sql<{
      at: Date;
      campaign: string;
      channel: string;
      state: string;
      reason: string | null;
    }>`
      select planned_at as at, title as campaign, delivery.channel, delivery.state, reason
      from channel.delivery join channel.send using (send_id)
      where delivery_id in ${deliveryIdsOfPerson({ identityIds, personIds: [personId] })} and planned_at < ${before}
      order by planned_at desc limit ${limit}`.execute(platform.postgres.db<unknown>());
    return rows.map(({ at, ...title }) => ({ at, kind: 'delivery', title }));
  },
};
