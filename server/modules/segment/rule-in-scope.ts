import { type Rule, ruleFaults } from '@siyu/contract/segment';
import { referencesOf, type Sources } from '@siyu/engine/segment';
import { problem, type Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ruleSources } from '../profile/index.ts';
import { segmentSource } from './segment-source.ts';
import { segmentsByPublicId } from './store/segment-by-public-id.ts';
import type { SegmentRow } from './store/segment-row.ts';

/** Refuses what is no rule. @throws segment.rule_invalid with every fault and its place */
export function requireRule(rule: Rule): void {
  const faults = ruleFaults(rule);
  const [first] = faults;
  if (first) throw problem('segment.rule_invalid', { ...first, path: first.path || '/', faults });
}

/** The sources that rules are printed against, within a scope. @throws segment.rule_refers_to_unknown */
export async function sourcesInScope(
  platform: Platform,
  scope: Scope,
  rules: readonly Rule[],
): Promise<Sources> {
  const { sources, unknown } = await ruleSources(platform, scope, rules, async (publicIds) => {
    const rows = await segmentsByPublicId(platform.postgres.db<unknown>(), publicIds);
    return new Map(
      [...rows].map(([id, row]) => [id, { sql: segmentSource(row.segment_id, row.version) }]),
    );
  });
  if (unknown.length > 0)
    throw problem('segment.rule_refers_to_unknown', { what: unknown.join(', ') });
  return sources;
}

/** The segments that a rule names. Those outside the scope do not exist for its author. @throws segment.rule_refers_to_unknown */
export async function segmentsOfRule(
  platform: Platform,
  scope: Pick<Scope, 'orgIds'>,
  rule: Rule,
): Promise<readonly SegmentRow[]> {
  const named = [...referencesOf([rule]).segments];
  const rows = await segmentsByPublicId(platform.postgres.db<unknown>(), named);
  const unseen = named.filter((id) => {
    const row = rows.get(id);
    return !row || !scope.orgIds.includes(row.org_id);
  });
  if (unseen.length > 0)
    throw problem('segment.rule_refers_to_unknown', { what: unseen.join(', ') });
  return [...rows.values()];
}
