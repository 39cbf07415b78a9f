import type { ChannelKind } from '@siyu/contract/content';
import { channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../identity/index.ts';

export interface AddressRow {
  readonly person_id: number;
  readonly identity_id: number;
  /** It is an address of the channel asked about. */
  readonly own: boolean;
  readonly suppressed: boolean;
}

/** Kinds of identifier that are an address of some channel: messages are counted over all of them. */
const addressCodes = [
  ...new Set(Object.values(channelKinds).map(({ address }) => identifierKinds[address].code)),
];

/** The identities of people to which messages can go, oldest first, and whether the channel may use them. */
export async function addressesOfPeople(
  db: Kysely<unknown>,
  personIds: readonly number[],
  channel: ChannelKind,
): Promise<readonly AddressRow[]> {
  const own = identifierKinds[channelKinds[channel].address].code;
  const { rows } = await sql<AddressRow>`
    select member.person_id, member.identity_id, member.kind = ${own}::smallint as own,
      suppression.suppression_id is not null as suppressed
    from ${identityMap} member
    left join channel.suppression on suppression.channel = ${channel} and suppression.address_hash = member.hash
    where member.person_id = any(${personIds}::bigint[]) and member.kind = any(${addressCodes}::smallint[])
    order by member.identity_id`.execute(db);
  return rows;
}
