import type { HeadCount, Rule } from '@siyu/contract/segment';
import { printCounts } from '@siyu/engine/segment';
import { ClickHouseError } from '../../platform/clickhouse/index.ts';
import { problem, type Scope } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ruleMoment } from '../profile/index.ts';
import { sourcesInScope } from './rule-in-scope.ts';

/** How long somebody waits for a number before being told to narrow the rule. */
const patienceSeconds = 20;
const tookTooLong = [159, 160];

/**
 * Head counts of several rules in one scope and at one moment, in one statement: conditions they share are answered once.
 * Rules must have been checked. @throws segment.preview_too_slow segment.preview_stopped segment.rule_refers_to_unknown
 */
export async function countRules(
  platform: Platform,
  scope: Scope,
  rules: readonly Rule[],
  options: { readonly name?: string; readonly signal?: AbortSignal } = {},
): Promise<{ readonly counts: readonly HeadCount[]; readonly asOf: Date }> {
  const [sources, moment] = await Promise.all([
    sourcesInScope(platform, scope, rules),
    ruleMoment(platform),
  ]);
  try {
    const [row = {}] = await platform.clickhouse.query<Readonly<Record<string, number>>>({
      name: options.name ?? 'segment.count_rule',
      sql: printCounts(rules, sources, moment),
      timeoutSeconds: patienceSeconds,
      ...(options.signal ? { signal: options.signal } : {}),
    });
    const counts = rules.map((_, index) => ({
      known: row[`known_${index}`] ?? 0,
      anonymous: row[`anonymous_${index}`] ?? 0,
    }));
    return { counts, asOf: new Date(moment.asOf) };
  } catch (error) {
    if (options.signal?.aborted) throw problem('segment.preview_stopped', {}, error);
    if (error instanceof ClickHouseError && tookTooLong.includes(error.code)) {
      throw problem('segment.preview_too_slow', { seconds: patienceSeconds }, error);
    }
    throw error;
  }
}

/** Head count of one rule. */
export async function countRule(platform: Platform, scope: Scope, rule: Rule): Promise<HeadCount> {
  const { counts } = await countRules(platform, scope, [rule]);
  return counts[0] as HeadCount;
}
