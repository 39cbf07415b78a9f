import type { MetricCode } from '@siyu/contract/insight';
import { wholePeriod } from '../period-sql.ts';
import type { Periods } from '../periods.ts';
import { printActive, printLeft } from './acts.ts';
import type { MeasureRow, MetricAsk } from './ask.ts';
import { printConversion, printMessages } from './messages.ts';
import { printMoney } from './money.ts';
import { printFirstOrders, printOrders } from './orders.ts';
import { printPool } from './pool.ts';

/** The statements that measure, by name; each gives `MeasureRow`s. */
export const measurePrinters = {
  pool: printPool,
  active: printActive,
  left: printLeft,
  money: printMoney,
  orders: printOrders,
  first_orders: printFirstOrders,
  messages: printMessages,
  conversion: printConversion,
} as const satisfies Readonly<Record<string, (ask: MetricAsk) => string>>;
export type MeasureStatement = keyof typeof measurePrinters;
export type MeasureAnswers = Readonly<Record<MeasureStatement, readonly MeasureRow[]>>;

/** A metric as numbers; null where there is no basis (no buyers, no past). */
export interface Counted {
  readonly value: number | null;
  readonly previous: number | null;
  readonly series: readonly (number | null)[];
}

/** Measures of one period or bucket; what no row states is 0. */
type Measures = (statement: MeasureStatement, measure: string) => number;

const share = (part: number, whole: number) =>
  whole > 0 ? Math.round((part * 10_000) / whole) : null;

/** How metrics follow from measures; the words for it stand in the dictionary. `pool`, `reachable` and campaigns are counted apart. */
const formulas = {
  new_people: (m) => m('pool', 'new_people'),
  left_people: (m) => m('left', 'left_people'),
  net_new: (m) => m('pool', 'new_people') - m('left', 'left_people'),
  active: (m) => m('active', 'active'),
  private_gmv: (m) => m('money', 'private_gmv'),
  gmv: (m) => m('money', 'gmv'),
  private_share: (m) => share(m('money', 'private_gmv'), m('money', 'gmv')),
  orders: (m) => m('orders', 'orders'),
  average_order: (m) =>
    m('orders', 'orders_here') > 0
      ? Math.round(m('orders', 'ordered') / m('orders', 'orders_here'))
      : null,
  buyers: (m) => m('orders', 'buyers'),
  first_buyers: (m) => m('first_orders', 'first_buyers'),
  repurchase_rate: (m) => share(m('orders', 'repeaters'), m('orders', 'buyers')),
  refund_rate: (m) => share(m('money', 'refunded'), m('orders', 'ordered')),
  sent: (m) => m('messages', 'sent'),
  delivered: (m) => m('messages', 'delivered'),
  opened: (m) => m('messages', 'opened'),
  clicked: (m) => m('messages', 'clicked'),
  unsubscribe_rate: (m) => share(m('messages', 'unsubscribers'), m('messages', 'addressees')),
  campaign_conversion: (m) => share(m('conversion', 'converted'), m('conversion', 'reached')),
} as const satisfies Partial<Record<MetricCode, (measures: Measures) => number | null>>;
export type CountedMetric = keyof typeof formulas | 'pool';

/** Metrics that one period cannot be cut into days: their series would compare unlike things. */
const withoutSeries: ReadonlySet<string> = new Set(['campaign_conversion']);

/** All metrics that follow from the statements' answers. */
export function countMetrics(
  answers: MeasureAnswers,
  { now }: Periods,
): Readonly<Record<CountedMetric, Counted>> {
  const measuresAt = measuresOf(answers);
  const counted = Object.entries(formulas).map(([code, formula]) => [
    code,
    {
      value: formula(measuresAt(1, wholePeriod)),
      previous: formula(measuresAt(2, wholePeriod)),
      series: withoutSeries.has(code)
        ? []
        : now.buckets.map((bucket) => formula(measuresAt(1, bucket))),
    },
  ]);
  return { ...Object.fromEntries(counted), pool: poolOf(measuresAt, now.buckets) };
}

function poolOf(
  measuresAt: (period: number, bucket: string) => Measures,
  buckets: readonly string[],
): Counted {
  const came = (period: number, bucket = wholePeriod) =>
    measuresAt(period, bucket)('pool', 'new_people');
  let pool = came(3) + came(2) + came(4);
  const series = buckets.map((bucket) => {
    pool += came(1, bucket);
    return pool;
  });
  return { value: pool, previous: came(3) + came(2), series };
}

function measuresOf(answers: MeasureAnswers) {
  const rows = new Map<string, MeasureRow>();
  for (const [statement, found] of Object.entries(answers)) {
    for (const row of found) rows.set(`${statement} ${row.period} ${row.bucket}`, row);
  }
  return (period: number, bucket: string): Measures =>
    (statement, measure) =>
      Number(rows.get(`${statement} ${period} ${bucket}`)?.[measure] ?? 0);
}
