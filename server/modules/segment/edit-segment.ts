import type { BodyOf } from '@siyu/contract/kit';
import type { editSegment as route, SegmentView } from '@siyu/contract/segment';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../org/index.ts';
import { requireRule, segmentsOfRule, sourcesInScope } from './rule-in-scope.ts';
import { sentenceOfRule } from './sentence-of-rule.ts';
import { showSegment } from './show-segments.ts';
import { startCount } from './start-count.ts';
import { firstStandingOn, putDependencies } from './store/dependencies.ts';
import { changeSegmentRow } from './store/put-segment.ts';
import { segmentInScope } from './store/segment-by-public-id.ts';

/** Changes a segment; a changed rule is counted again. */
export async function editSegment(
  platform: Platform,
  actor: Actor,
  segment: string,
  edit: BodyOf<typeof route>,
): Promise<SegmentView> {
  const db = platform.postgres.db<unknown>();
  const before = await segmentInScope(db, actor.scope, segment);
  if (before.state === 'archived') throw problem('segment.archived', { segment });
  if (before.rule === null && (edit.rule || edit.refresh)) {
    throw problem('segment.list_is_fixed', { segment });
  }
  const rule = edit.rule ?? before.rule;
  const uses = edit.rule ? await checkedUses(platform, actor, before.segment_id, edit.rule) : null;
  const sentence = edit.rule ? await sentenceOfRule(platform, edit.rule) : before.sentence;
  await platform.postgres.transaction(async (tx) => {
    const refresh = before.kind === 'static' ? 'off' : (edit.refresh ?? before.refresh);
    const changed = {
      name: edit.name ?? before.name,
      description: edit.description ?? before.description,
      state: before.state,
      rule,
      sentence,
      refresh,
    };
    await changeSegmentRow(tx, before.segment_id, changed, platform.clock.now());
    if (uses) {
      await putDependencies(tx, before.segment_id, uses);
      await startCount(platform, tx, before);
    }
    const detail = { ...edit, ...(edit.rule ? { rule: undefined, sentence } : {}) };
    await recordAudit(platform, tx, {
      actor,
      action: 'segment.edit_segment',
      object: segment,
      detail,
    });
  });
  return showSegment(platform, await segmentInScope(db, actor.scope, segment));
}

async function checkedUses(
  platform: Platform,
  actor: Actor,
  segmentId: number,
  rule: NonNullable<BodyOf<typeof route>['rule']>,
): Promise<readonly number[]> {
  requireRule(rule);
  const uses = (await segmentsOfRule(platform, actor.scope, rule)).map((row) => row.segment_id);
  const through = await firstStandingOn(platform.postgres.db<unknown>(), uses, segmentId);
  if (through !== undefined) throw problem('segment.circular', { through });
  await sourcesInScope(platform, actor.scope, [rule]);
  return uses;
}
