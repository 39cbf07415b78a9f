import type { PersonRef } from '@siyu/contract/channel';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleById } from '../identity/index.ts';
import { describePeople } from '../profile/index.ts';

/** People as lists name them, masked; who is outside the caller's scope, merged or erased is absent. */
export async function personRefs(
  platform: Platform,
  actor: Actor,
  personIds: readonly number[],
): Promise<ReadonlyMap<number, PersonRef>> {
  const ids = [...new Set(personIds)];
  const [people, lines] = await Promise.all([
    peopleById(platform.postgres.db<unknown>(), actor.scope, ids),
    describePeople(platform, ids, actor),
  ]);
  const titles = new Map(lines.map(({ person, title }) => [person, title]));
  return new Map(
    people.map(({ person_id, public_id }) => [
      person_id,
      { id: public_id, name: titles.get(public_id) ?? null },
    ]),
  );
}
