import {
  type Counted,
  type CountedMetric,
  countMetrics,
  type InsightScope,
  type MeasureAnswers,
  type MeasureRow,
  type MeasureStatement,
  measurePrinters,
  type Periods,
  printCurrencies,
  printReachable,
} from '@siyu/engine/insight';
import type { Platform } from '../../../platform/platform.ts';
import { ask, inPairs } from '../ask.ts';

export interface BoardNumbers {
  readonly metrics: Readonly<Record<CountedMetric, Counted>>;
  readonly answers: MeasureAnswers;
  /** People by channel; '' for any channel. */
  readonly reachable: ReadonlyMap<string, number>;
}

/** Every metric of the dictionary that follows from events, over two periods of a data scope. */
export async function countBoard(
  platform: Platform,
  scope: InsightScope,
  periods: Periods,
  currency: string,
): Promise<BoardNumbers> {
  const names = Object.keys(measurePrinters) as MeasureStatement[];
  const statements = [
    ...names.map((name) => ({ name, sql: measurePrinters[name]({ scope, periods, currency }) })),
    { name: 'reachable', sql: printReachable(scope) },
  ];
  const rows = await inPairs(statements, ({ name, sql }) =>
    ask<MeasureRow>(platform, `insight.${name}`, sql),
  );
  const answers = Object.fromEntries(
    names.map((name, index) => [name, rows[index]]),
  ) as unknown as MeasureAnswers;
  return {
    metrics: countMetrics(answers, periods),
    answers,
    reachable: new Map(
      (rows.at(-1) ?? []).map(({ channel, people }) => [String(channel), Number(people)]),
    ),
  };
}

/** Currencies in which something was sold in the periods, the commonest first. */
export async function currenciesOf(
  platform: Platform,
  scope: InsightScope,
  periods: Periods,
): Promise<readonly string[]> {
  const rows = await ask<{ currency: string }>(
    platform,
    'insight.currencies',
    printCurrencies({ scope, periods }),
  );
  return rows.map((row) => row.currency);
}
