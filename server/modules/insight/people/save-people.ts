import type { PeopleQuestion } from '@siyu/contract/insight';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { writeList } from '../../segment/index.ts';
import { peopleBehind } from './people-behind.ts';
import { sentenceOfPeople } from './sentence-of-people.ts';

/** Saves the people behind a number, as they are now, as a static segment. @throws insight.nobody */
export async function savePeople(
  platform: Platform,
  actor: Actor,
  question: PeopleQuestion,
  name: string,
): Promise<{ segment: string; people: number }> {
  const people = await peopleBehind(platform, actor.scope, question);
  const personIds: number[] = [];
  const pieces = platform.clickhouse.stream<{ person: number }>({
    name: 'insight.save_people',
    sql: `SELECT DISTINCT p AS person FROM (${people}) WHERE p > 0 ORDER BY person`,
  });
  for await (const rows of pieces) for (const { person } of rows) personIds.push(person);
  if (personIds.length === 0) throw problem('insight.nobody');
  const row = await writeList(platform, actor, {
    name,
    description: '',
    origin: 'people',
    sentence: sentenceOfPeople(question),
    personIds,
  });
  return { segment: row.public_id, people: personIds.length };
}
