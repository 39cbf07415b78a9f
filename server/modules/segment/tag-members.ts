import { printRule } from '@siyu/engine/segment';
import type { Actor } from '../../platform/http/index.ts';
import type { JobProgress } from '../../platform/jobs/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { scopeOf } from '../org/index.ts';
import { manualTag, ruleMoment, tagMany } from '../profile/index.ts';
import { sourcesInScope } from './rule-in-scope.ts';

export const tagJob = 'segment.tag_members';

/** What the job needs to know; the scope is the caller's, so that nobody outside it is tagged. */
export interface TagMembers {
  readonly segment: string;
  readonly tag: string;
  readonly value: string | null;
  readonly actorId: string;
  readonly scopeRootId: number;
}

/** Gives the members of a segment within the caller's scope a manual tag, or takes it from them. */
export async function tagMembers(
  platform: Platform,
  { segment, tag, value, actorId, scopeRootId }: TagMembers,
  progress: JobProgress,
): Promise<void> {
  const scope = await scopeOf(platform.postgres.db<unknown>(), scopeRootId);
  const actor: Pick<Actor, 'id' | 'scope'> = { id: actorId, scope };
  const rule = { kind: 'segment' as const, segment };
  const sources = await sourcesInScope(platform, scope, [rule]);
  const { bitmap, count } = printRule(rule, sources, await ruleMoment(platform));
  const [total] = await platform.clickhouse.query<{ known: number; anonymous: number }>({
    name: 'segment.count_members',
    sql: count,
    lane: 'heavy',
  });
  const pieces = platform.clickhouse.stream<{ person: number }>({
    name: 'segment.members_to_tag',
    sql: `SELECT arrayJoin(arraySort(bitmapToArray(people))) AS person FROM (${bitmap})`,
    lane: 'heavy',
  });
  async function* people() {
    for await (const rows of pieces) yield rows.map(({ person }) => person);
  }
  const row = await manualTag(platform, tag, value);
  await tagMany(platform, actor, row, people(), value, async (done) => {
    await progress.report(done, (total?.known ?? 0) + (total?.anonymous ?? 0));
    return !progress.stopped;
  });
}
