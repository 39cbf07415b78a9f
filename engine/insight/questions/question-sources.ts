import type { PropertyFilter } from '@siyu/contract/segment';
import { propertyTestSql, type Sources } from '../../segment/index.ts';
import type { InsightScope } from '../scope.ts';

/** What questions are printed against: the data scope, what filters name, and segments. */
export interface QuestionSources {
  readonly scope: InsightScope;
  /** For filters: finds the numbers behind codes and public ids. */
  readonly rule: Sources;
}

/** SQL that a row's properties satisfy all filters. */
export const filtersSql = (
  filters: readonly PropertyFilter[] | undefined,
  { rule }: QuestionSources,
): readonly string[] =>
  (filters ?? []).map(({ property, test }) => propertyTestSql(property, test, rule));

/** SQL that the person `p` is in a segment's version in force. */
export const inSegment = (segment: string, p: string, { rule }: QuestionSources): string =>
  `bitmapContains((SELECT groupBitmapMergeState(people) FROM ${rule.segment(segment)}), toUInt32(${p}))`;
