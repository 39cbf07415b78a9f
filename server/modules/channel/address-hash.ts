import { channelKinds } from '@siyu/contract/content';
import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { addressesOf } from '../privacy/index.ts';
import type { TokenDelivery } from './store/delivery-by-token.ts';
import { peopleOfIdentities } from './store/people-of-identities.ts';

/** The keyed hash of the address behind a delivery; undefined when its person is erased. */
export async function addressHashOf(
  platform: Platform,
  tx: Kysely<unknown>,
  { identityId, channel }: Pick<TokenDelivery, 'identityId' | 'channel'>,
): Promise<string | undefined> {
  if (identityId === null) return undefined;
  const personId = (await peopleOfIdentities(tx, [identityId])).get(identityId);
  if (personId === undefined) return undefined;
  const addresses = await addressesOf(platform, [personId], channelKinds[channel].address);
  return addresses.get(personId)?.hash;
}
