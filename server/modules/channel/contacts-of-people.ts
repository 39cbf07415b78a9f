import type { Contact } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import type { KnownPerson } from './person-facts.ts';
import { type ContactRow, contactsOfIdentities } from './store/contacts-of-identities.ts';

/** Messages of a person in some weeks. */
export interface PersonContacts {
  readonly messages: readonly ContactRow[];
  /** Those that count against caps. Grows while a plan goes on: what it plans counts for the person's next message. */
  readonly capped: Contact[];
}

/** Messages of people on the organisation's days of a span; whoever holds their locks sees all there are. */
export async function contactsOfPeople(
  db: Kysely<unknown>,
  people: ReadonlyMap<number, KnownPerson>,
  span: { readonly from: string; readonly until: string },
): Promise<(personId: number) => PersonContacts> {
  const holder = new Map<number, number>();
  for (const [personId, { identityIds }] of people) {
    for (const identityId of identityIds) holder.set(identityId, personId);
  }
  const rows = await contactsOfIdentities(db, [...holder.keys()], span);
  const byPerson = Map.groupBy(rows, ({ identity_id }) => holder.get(identity_id) as number);
  const known = new Map<number, PersonContacts>();
  return (personId) => {
    const found = known.get(personId);
    if (found) return found;
    const messages = byPerson.get(personId) ?? [];
    const contacts = { messages, capped: messages.filter(({ capped }) => capped) };
    known.set(personId, contacts);
    return contacts;
  };
}
