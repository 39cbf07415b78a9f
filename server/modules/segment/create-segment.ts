import type { SegmentInput, SegmentView } from '@siyu/contract/segment';
import { publicId } from '../../platform/crypto/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../org/index.ts';
import { requireRule, segmentsOfRule, sourcesInScope } from './rule-in-scope.ts';
import { sentenceOfRule } from './sentence-of-rule.ts';
import { showSegment } from './show-segments.ts';
import { startCount } from './start-count.ts';
import { putDependencies } from './store/dependencies.ts';
import { insertSegment } from './store/put-segment.ts';
import { segmentInScope } from './store/segment-by-public-id.ts';

/** Makes a segment from a rule, drawn from the people of its author's scope, and queues its first count. */
export async function createSegment(
  platform: Platform,
  actor: Actor,
  input: SegmentInput,
): Promise<SegmentView> {
  const { rule } = input;
  requireRule(rule);
  const uses = await segmentsOfRule(platform, actor.scope, rule);
  await sourcesInScope(platform, actor.scope, [rule]);
  const sentence = await sentenceOfRule(platform, rule);
  const segment = publicId('seg');
  const row = await platform.postgres.transaction(async (tx) => {
    const segmentId = await insertSegment(
      tx,
      {
        public_id: segment,
        name: input.name,
        description: input.description ?? '',
        kind: input.kind,
        origin: 'rule',
        rule,
        sentence,
        refresh: input.kind === 'static' ? 'off' : (input.refresh ?? 'daily'),
        org_id: actor.scope.rootId,
        created_by: actor.id,
      },
      platform.clock.now(),
    );
    await putDependencies(
      tx,
      segmentId,
      uses.map((used) => used.segment_id),
    );
    await startCount(platform, tx, { segment_id: segmentId, public_id: segment });
    await recordAudit(platform, tx, {
      actor,
      action: 'segment.create_segment',
      object: segment,
      detail: { name: input.name, sentence },
    });
    return segmentInScope(tx, actor.scope, segment);
  });
  return showSegment(platform, row);
}
