import { type RawBuilder, sql } from 'kysely';

/**
 * PostgreSQL sub-select `(delivery_id)` of everything decided about a person: by the identities it has now, and by the person ids it
 * had when it had no address. One index probe per identity, and one per send.
 */
export function deliveryIdsOfPerson(of: {
  readonly identityIds: readonly number[];
  readonly personIds: readonly number[];
}): RawBuilder<unknown> {
  return sql`(
    select delivery_id from channel.delivery where identity_id = any(${[...of.identityIds]}::bigint[])
    union
    select unaddressed.delivery_id from channel.send
    cross join lateral (
      select delivery_id from channel.delivery
      where delivery.send_id = send.send_id and person_id = any(${[...of.personIds]}::bigint[])
    ) unaddressed
  )`;
}
