import type { PersonRow, Rule } from '@siyu/contract/segment';
import { printRule } from '@siyu/engine/segment';
import { type Actor, decodeCursor, encodeCursor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { describePeople, ruleMoment } from '../profile/index.ts';
import { sourcesInScope } from './rule-in-scope.ts';

/** A page of the people whom a checked rule means within a caller's scope, by person id. */
export async function peopleOfRule(
  platform: Platform,
  actor: Actor,
  rule: Rule,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: PersonRow[]; next: string | null }> {
  const [sources, moment] = await Promise.all([
    sourcesInScope(platform, actor.scope, [rule]),
    ruleMoment(platform),
  ]);
  const after = page.cursor === undefined ? 0 : Number(decodeCursor(page.cursor, 1)[0]);
  const rows = await platform.clickhouse.query<{ person: number }>({
    name: 'segment.people_of_rule',
    sql: printRule(rule, sources, moment).page(after, page.limit),
  });
  const ids = rows.map(({ person }) => person);
  const last = ids.at(-1);
  return {
    items: [...(await describePeople(platform, ids, actor))],
    next: last !== undefined && ids.length === page.limit ? encodeCursor([last]) : null,
  };
}
