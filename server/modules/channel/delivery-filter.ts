import type { Kysely } from 'kysely';
import type { Scope } from '../../platform/http/index.ts';
import { identitiesOfPeople, originsOf } from '../identity/index.ts';
import { personInScope } from '../profile/index.ts';
import type { DeliveryFilter } from './store/delivery-page.ts';

/** A list's filter with the person looked up: everything that any of its identities, or any person merged into it, got. */
export async function filterOf(
  db: Kysely<unknown>,
  scope: Scope,
  { person, ...rest }: Omit<DeliveryFilter, 'person'> & { readonly person?: string | undefined },
): Promise<DeliveryFilter> {
  if (person === undefined) return rest;
  const { person_id } = await personInScope(db, scope, person);
  const identities = await identitiesOfPeople(db, [person_id]);
  const origins = await originsOf(db, [person_id]);
  return {
    ...rest,
    person: {
      identityIds: identities.map(({ identity_id }) => identity_id),
      personIds: [...origins.keys()],
    },
  };
}
