import type { EventQuestion, FunnelQuestion } from '@siyu/contract/insight';
import type { PropertyFilter, Rule } from '@siyu/contract/segment';
import type { QuestionSources } from '@siyu/engine/insight';
import { problem, type Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ruleSources } from '../../profile/index.ts';
import { insightScope } from '../scope.ts';
import { segmentsNamed } from '../segments-named.ts';

/** Looks up everything that a question names. @throws insight.refers_to_unknown */
export async function questionSources(
  platform: Platform,
  scope: Scope,
  question: EventQuestion | FunnelQuestion,
): Promise<QuestionSources> {
  const [insight, { sources, unknown }] = await Promise.all([
    insightScope(platform, scope),
    ruleSources(platform, scope, asRules(question), (ids) => segmentsNamed(platform, scope, ids)),
  ]);
  if (unknown.length > 0) throw problem('insight.refers_to_unknown', { what: unknown.join(', ') });
  return { scope: insight, rule: sources };
}

/** A question's references in the form in which rules state theirs. */
function asRules(question: EventQuestion | FunnelQuestion): readonly Rule[] {
  const parts = 'steps' in question ? question.steps : question.series;
  const filters: readonly PropertyFilter[] = [
    ...parts.flatMap(({ where }) => where ?? []),
    ...('where' in question ? (question.where ?? []) : []),
  ];
  const segments = [
    ...(question.segment ? [question.segment] : []),
    ...(question.breakdown?.by === 'segment' ? [question.breakdown.segment] : []),
  ];
  return [
    {
      kind: 'event',
      events: ['any'],
      where: [...filters],
      window: { kind: 'ever' },
      measure: { of: 'count' },
      test: { op: 'gte', value: 1 },
    },
    ...segments.map((segment) => ({ kind: 'segment' as const, segment })),
  ];
}
