import type { SegmentView } from '@siyu/contract/segment';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleByPublicIds } from '../identity/index.ts';
import { showSegment } from './show-segments.ts';
import { writeList } from './write-list.ts';

/** Saves chosen people of the caller's scope as a static segment. @throws segment.person_unknown when any is outside it */
export async function createFromPeople(
  platform: Platform,
  actor: Actor,
  input: {
    readonly name: string;
    readonly description?: string;
    readonly people: readonly string[];
  },
): Promise<SegmentView> {
  const found = await peopleByPublicIds(platform.postgres.db<unknown>(), actor.scope, input.people);
  const unknown = input.people.filter((person) => !found.has(person));
  if (unknown.length > 0) {
    throw problem('segment.person_unknown', { count: unknown.length, first: unknown[0] });
  }
  const personIds = [...new Set(found.values())];
  const row = await writeList(platform, actor, {
    name: input.name,
    description: input.description ?? '',
    origin: 'people',
    sentence: {
      zh: `挑选的 ${personIds.length} 人`,
      en: `${personIds.length} chosen people`,
    },
    personIds,
  });
  return showSegment(platform, row);
}
