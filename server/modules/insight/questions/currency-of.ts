import type { EventQuestion } from '@siyu/contract/insight';
import type { InsightScope, Periods } from '@siyu/engine/insight';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { nodesById } from '../../org/index.ts';
import { currenciesOf } from '../boards/count-metrics.ts';

/** The currency that a question is answered in: the one asked for, else the scope's own if it sold in it, else the commonest. */
export async function currencyOf(
  platform: Platform,
  { rootId }: Scope,
  scope: InsightScope,
  question: EventQuestion,
  periods: Periods,
): Promise<string> {
  if (question.currency !== undefined) return question.currency;
  const nodes = await nodesById(platform.postgres.db<unknown>(), [rootId]);
  const own = nodes.get(rootId)?.currency ?? 'CNY';
  const sold = await currenciesOf(platform, scope, periods);
  return sold.includes(own) ? own : (sold[0] ?? own);
}
