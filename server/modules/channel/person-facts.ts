import type { ChannelKind } from '@siyu/contract/content';
import type { PersonFacts } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { identitiesOfPeople } from '../identity/index.ts';
import { consentFor } from '../privacy/index.ts';
import type { ChannelSetting } from './channel-setting.ts';
import { addressesOfPeople } from './store/addresses-of-people.ts';
import { testersAmong } from './store/testers-among.ts';

/** What is known of one person for one channel, without any personal value. */
export interface KnownPerson extends PersonFacts {
  /** The latest address of the channel. */
  readonly identityId: number | null;
  /** All addresses of all channels, over which messages are counted. */
  readonly identityIds: readonly number[];
}

/** The facts about people that decide about a message, in a few statements however many they are. */
export async function personFacts(
  db: Kysely<unknown>,
  personIds: readonly number[],
  question: {
    readonly channel: ChannelKind;
    readonly category: 'marketing' | 'service';
    readonly brandId: number;
  },
  setting: Pick<ChannelSetting, 'mode' | 'provider'>,
): Promise<ReadonlyMap<number, KnownPerson>> {
  const { channel, category: purpose, brandId: orgId } = question;
  const addresses = Map.groupBy(
    await addressesOfPeople(db, personIds, channel),
    ({ person_id }) => person_id,
  );
  const answers = await consentFor(db, personIds, { purpose, channel, orgId });
  const unaddressed = personIds.filter((personId) => !addresses.has(personId));
  const existing = new Set(
    (await identitiesOfPeople(db, unaddressed)).map(({ person_id }) => person_id),
  );
  const isRestricted = setting.mode === 'test' && setting.provider !== 'sandbox';
  const testers = isRestricted ? await testersOf(db, personIds) : null;
  return new Map(
    personIds.map((personId) => {
      const all = addresses.get(personId) ?? [];
      const own = all.findLast((address) => address.own);
      return [
        personId,
        {
          exists: all.length > 0 || existing.has(personId),
          hasAddress: own !== undefined,
          identityId: own?.identity_id ?? null,
          identityIds: all.map(({ identity_id }) => identity_id),
          suppressed: own?.suppressed ?? false,
          consent: answers.get(personId) ?? 'none',
          mayReceive: testers === null || testers.has(personId),
        },
      ];
    }),
  );
}

async function testersOf(
  db: Kysely<unknown>,
  personIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const identities = await identitiesOfPeople(db, personIds);
  const testers = await testersAmong(
    db,
    identities.map(({ identity_id }) => identity_id),
  );
  return new Set(
    identities.flatMap(({ identity_id, person_id }) => (testers.has(identity_id) ? person_id : [])),
  );
}
