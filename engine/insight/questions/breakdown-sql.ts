import type { Breakdown } from '@siyu/contract/insight';
import { columnOf } from '../../segment/index.ts';
import { inSegment, type QuestionSources } from './question-sources.ts';

/**
 * SQL of the group that a row belongs to, as text: the property's value, the number of a node, source or campaign, `in` or
 * `out` of a segment; '' for no value. `p` is the person's column.
 */
export function groupSql(
  breakdown: Breakdown | undefined,
  p: string,
  sources: QuestionSources,
): string {
  if (breakdown === undefined) return `''`;
  if (breakdown.by === 'segment') {
    return `if(${inSegment(breakdown.segment, p, sources)}, 'in', 'out')`;
  }
  const { value, present } = columnOf(breakdown.property);
  return `if(${present}, toString(${value}), '')`;
}
