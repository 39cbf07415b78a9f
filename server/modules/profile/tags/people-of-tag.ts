import type { PersonLine } from '@siyu/contract/profile';
import type { Rule } from '@siyu/contract/segment';
import { printRule } from '@siyu/engine/segment';
import { type Actor, decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { describePeople } from '../people/describe-people.ts';
import { ruleMoment } from '../rules/rule-moment.ts';
import { ruleSources } from '../rules/rule-sources.ts';

/** A page of the people in a scope whom a rule of this module's means, by person id. */
export async function peopleOfTag(
  platform: Platform,
  actor: Actor,
  rule: Rule,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: PersonLine[]; next: string | null }> {
  const [{ sources }, moment] = await Promise.all([
    ruleSources(platform, actor.scope, [rule]),
    ruleMoment(platform),
  ]);
  const after = page.cursor === undefined ? 0 : Number(decodeCursor(page.cursor, 1)[0]);
  const rows = await platform.clickhouse.query<{ person: number }>({
    name: 'profile.tag_people',
    sql: printRule(rule, sources, moment).page(after, page.limit),
  });
  const ids = rows.map(({ person }) => person);
  const last = ids.at(-1);
  return {
    items: [...(await describePeople(platform, ids, actor))],
    next: last !== undefined && ids.length === page.limit ? encodeCursor([last]) : null,
  };
}
