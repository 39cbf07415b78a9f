import type { Kysely } from 'kysely';
import { problem, type Scope } from '../../../platform/http/index.ts';
import { type PersonRow, personByPublicId } from '../../identity/index.ts';

/** The person behind a public id. @throws profile.person_unknown also for people outside the scope */
export async function personInScope(
  db: Kysely<unknown>,
  scope: Scope,
  person: string,
): Promise<PersonRow> {
  const found = await personByPublicId(db, scope, person);
  if (!found) throw problem('profile.person_unknown', { person });
  return found;
}
