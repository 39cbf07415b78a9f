import type { PeopleQuestion } from '@siyu/contract/insight';
import type { PersonLine } from '@siyu/contract/profile';
import { type Actor, decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { describePeople } from '../../profile/index.ts';
import { ask } from '../ask.ts';
import { peopleBehind } from './people-behind.ts';
import { pageSql, totalsSql } from './people-sql.ts';

/** A page of the people behind a number, by person id. */
export async function listPeople(
  platform: Platform,
  actor: Actor,
  question: PeopleQuestion,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: PersonLine[]; next: string | null }> {
  const people = await peopleBehind(platform, actor.scope, question);
  const after = page.cursor === undefined ? 0 : Number(decodeCursor(page.cursor, 1)[0]);
  const sql = pageSql(people, after, page.limit);
  const rows = await ask<{ person: number }>(platform, 'insight.people', sql);
  const ids = rows.map(({ person }) => person);
  const last = ids.at(-1);
  return {
    items: [...(await describePeople(platform, ids, actor))],
    next: last !== undefined && ids.length === page.limit ? encodeCursor([last]) : null,
  };
}

/** How many people stand behind a number. */
export async function countPeople(
  platform: Platform,
  actor: Actor,
  question: PeopleQuestion,
): Promise<{ known: number; anonymous: number }> {
  const people = await peopleBehind(platform, actor.scope, question);
  const [totals] = await ask<{ known: number; anonymous: number }>(
    platform,
    'insight.count_people',
    totalsSql(people),
  );
  return totals ?? { known: 0, anonymous: 0 };
}
