import { sql } from 'kysely';
import type { PersonAsset } from '../../platform/registries/index.ts';
import { readInbox } from './read-inbox.ts';
import { deliveriesOfPerson } from './store/deliveries-of-person.ts';
import { deliveryIdsOfPerson } from './store/delivery-ids-of-person.ts';

/**
 * What this module keeps about people. A delivery stays as a number of its campaign and forgets whose it was: its person becomes
 * the negative of its own id, which belongs to nobody and keeps (send, person, slot) unique. The suppression list holds
 * keyed hashes only and stays, so that an import of an old list does not reach who left.
 */
export const personAssets: readonly PersonAsset[] = [
  {
    table: 'channel.delivery',
    store: 'postgres',
    key: 'person_id',
    erase: async ({ tx, identityIds, originPersonIds, at }) => {
      await sql`
        update channel.delivery
        set person_id = -delivery_id, identity_id = null, secret = null, context = null, provider_ref = null, error = null,
          reason = case when state in ('planned', 'claimed') then 'person_gone' else reason end,
          gate = case when state in ('planned', 'claimed') then 'claim' else gate end,
          contact_day = case when state in ('planned', 'claimed') then null else contact_day end,
          lease = case when state in ('planned', 'claimed') then null else lease end,
          lease_until = case when state in ('planned', 'claimed') then null else lease_until end,
          failed_at = case when state = 'sending' then ${at} else failed_at end,
          state = case when state in ('planned', 'claimed') then 'skipped' when state = 'sending' then 'unknown' else state end
        where delivery_id in ${deliveryIdsOfPerson({ identityIds, personIds: originPersonIds })}`.execute(
        tx,
      );
    },
    export: async ({ identityIds, originPersonIds }, { postgres }) =>
      (
        await deliveriesOfPerson(postgres.db<unknown>(), {
          identityIds,
          personIds: originPersonIds,
        })
      ).map((row) => ({ ...row })),
  },
  {
    table: 'channel.inbox',
    store: 'postgres',
    key: 'identity_id',
    erase: async ({ tx, identityIds, originPersonIds }) => {
      await sql`
        delete from channel.inbox
        where identity_id = any(${[...identityIds]}::bigint[]) or person_id = any(${[...originPersonIds]}::bigint[])`.execute(
        tx,
      );
    },
    export: async ({ identityIds }, platform) => readInbox(platform, identityIds),
  },
  {
    table: 'channel.tester',
    store: 'postgres',
    key: 'identity_id',
    erase: async ({ tx, identityIds }) => {
      await sql`delete from channel.tester where identity_id = any(${[...identityIds]}::bigint[])`.execute(
        tx,
      );
    },
  },
];
