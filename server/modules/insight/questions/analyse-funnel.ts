import type { FunnelAnswer, FunnelQuestion } from '@siyu/contract/insight';
import { type FunnelRow, funnelModesOf, printFunnel } from '@siyu/engine/insight';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dataAsOf } from '../../collect/index.ts';
import { ruleMoment } from '../../profile/index.ts';
import { ask } from '../ask.ts';
import { nameOf } from './analyse-events.ts';
import { checkedPeriods } from './check-question.ts';
import { groupNames } from './group-names.ts';
import { questionSources } from './question-sources.ts';

/** Answers how many people get from step to step. */
export async function analyseFunnel(
  platform: Platform,
  actor: Actor,
  question: FunnelQuestion,
): Promise<FunnelAnswer> {
  const startedAt = performance.now();
  const [moment, asOf] = await Promise.all([ruleMoment(platform), dataAsOf(platform)]);
  const { now, zone } = checkedPeriods(question.window, 'month', moment);
  const sources = await questionSources(platform, actor.scope, question);
  const sql = printFunnel({ question, span: now, sources });
  const rows = await ask<FunnelRow>(platform, 'insight.analyse_funnel', sql);
  const steps = question.steps.length;
  const all = { key: '', rest: false, all: true, name: null, reached: reachedOf(rows, steps) };
  const names = await groupNames(platform, question.breakdown, [
    ...new Set(rows.map(({ grp }) => grp)),
  ]);
  const byGroup = Map.groupBy(rows, ({ grp, rest }) => `${rest} ${grp}`);
  const groups = [...byGroup.values()].map((found) => {
    const group = { key: found[0]?.grp ?? '', rest: Number(found[0]?.rest) === 1 };
    return { ...group, all: false, name: nameOf(group, names), reached: reachedOf(found, steps) };
  });
  groups.sort(
    (a, b) => Number(a.rest) - Number(b.rest) || (b.reached[0] ?? 0) - (a.reached[0] ?? 0),
  );
  return {
    dataAsOf: { at: asOf.at?.toISOString() ?? null, block: asOf.blockId },
    zone,
    modes: [...funnelModesOf(question)],
    groups: question.breakdown ? [all, ...groups] : [all],
    milliseconds: Math.round(performance.now() - startedAt),
  };
}

/** People who reached each step: everybody who got at least as far. */
const reachedOf = (rows: readonly FunnelRow[], steps: number): number[] =>
  Array.from({ length: steps }, (_, index) =>
    rows.reduce((sum, { level, people }) => (level > index ? sum + people : sum), 0),
  );
