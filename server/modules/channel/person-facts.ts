import { type ChannelKind, channelKinds } from '@siyu/contract/content';
import { identifierKinds } from '@siyu/contract/identity';
import type { Contact, PersonFacts } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { identitiesOfPeople } from '../identity/index.ts';
import { consentFor } from '../privacy/index.ts';
import type { ChannelSetting } from './channel-setting.ts';
import { type ContactRow, contactsOfIdentities } from './store/contacts-of-identities.ts';
import { suppressedAmong } from './store/suppressed-among.ts';
import { testersAmong } from './store/testers-among.ts';

/** What is known of one person for one channel, without any personal value. */
export interface KnownPerson extends PersonFacts {
  readonly address: { readonly identityId: number; readonly hash: string } | null;
  /** Grows while a plan goes on: what it plans counts for the person's next message. */
  readonly contacts: Contact[];
  readonly messages: readonly ContactRow[];
}

interface Question {
  readonly channel: ChannelKind;
  readonly category: 'marketing' | 'service';
  readonly brandId: number;
}

/** Kinds of identifier that are an address of some channel: messages are counted over all of them. */
const addressCodes: ReadonlySet<number> = new Set(
  Object.values(channelKinds).map(({ address }) => identifierKinds[address].code),
);

/**
 * The facts about people that decide about a message, in five statements however many they are. `days` is the span in which
 * messages are counted; absent = they are not asked for.
 */
export async function personFacts(
  db: Kysely<unknown>,
  personIds: readonly number[],
  question: Question,
  setting: Pick<ChannelSetting, 'mode' | 'provider'>,
  days?: { readonly from: string; readonly until: string },
): Promise<ReadonlyMap<number, KnownPerson>> {
  const code = identifierKinds[channelKinds[question.channel].address].code;
  const identities = await identitiesOfPeople(db, personIds);
  const addresses = identities.filter(({ kind }) => addressCodes.has(kind));
  // Oldest first, so the latest one stays.
  const address = new Map<number, { identityId: number; hash: string }>();
  for (const { kind, person_id, identity_id, hash } of addresses) {
    if (kind === code) address.set(person_id, { identityId: identity_id, hash });
  }
  const restricted = setting.mode === 'test' && setting.provider !== 'sandbox';
  const hashes = Array.from(address.values(), ({ hash }) => hash);
  const answers = await consentFor(db, personIds, {
    purpose: question.category,
    channel: question.channel,
    orgId: question.brandId,
  });
  const suppressed = await suppressedAmong(db, question.channel, hashes);
  const testers = restricted
    ? await testersAmong(
        db,
        identities.map(({ identity_id }) => identity_id),
      )
    : null;
  const rows = days
    ? await contactsOfIdentities(
        db,
        addresses.map(({ identity_id }) => identity_id),
        days,
      )
    : [];

  const holder = new Map(identities.map(({ identity_id, person_id }) => [identity_id, person_id]));
  const existing = new Set(identities.map(({ person_id }) => person_id));
  const testing = new Set(testers ? Array.from(testers, (id) => holder.get(id)) : []);
  const messages = Map.groupBy(rows, ({ identity_id }) => holder.get(identity_id));
  return new Map(
    personIds.map((personId) => {
      const own = address.get(personId) ?? null;
      const ownMessages = messages.get(personId) ?? [];
      return [
        personId,
        {
          exists: existing.has(personId),
          hasAddress: own !== null,
          address: own,
          suppressed: own !== null && suppressed.has(own.hash),
          consent: answers.get(personId) ?? 'none',
          mayReceive: testers === null || testing.has(personId),
          contacts: ownMessages.filter(({ capped }) => capped),
          messages: ownMessages,
        },
      ];
    }),
  );
}
