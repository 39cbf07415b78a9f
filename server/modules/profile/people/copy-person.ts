import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { identitiesOfPeople, originsOf } from '../../identity/index.ts';
import { personInScope } from './person-in-scope.ts';

/** Everything about a person, by table, from every module that registered personal data. */
export async function copyPerson(
  platform: Platform,
  scope: Scope,
  person: string,
): Promise<Record<string, Readonly<Record<string, unknown>>[]>> {
  const db = platform.postgres.db<unknown>();
  const { person_id } = await personInScope(db, scope, person);
  const originPersonIds = [...(await originsOf(db, [person_id])).keys()];
  const identityIds = (await identitiesOfPeople(db, [person_id])).map(
    (identity) => identity.identity_id,
  );
  const parts: Record<string, Readonly<Record<string, unknown>>[]> = {};
  for (const asset of platform.registries.personAssets) {
    if (!asset.export) continue;
    const target = { personId: person_id, originPersonIds, identityIds, at: platform.clock.now() };
    parts[asset.table] = [...(await asset.export(target, platform))];
  }
  return parts;
}
