import type { MetricCode, Overview } from '@siyu/contract/insight';
import { metrics } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { formatCount, formatMoney, minorDigits } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { ChangeMark } from './change-mark.tsx';
import styles from './insight.module.css';
import { MetricNumber } from './metric-words.tsx';

const figures: readonly MetricCode[] = ['private_gmv', 'gmv', 'private_share'];

/** Sales of the private domain beside all sales, day by day; a day opens its buyers. */
export function TradePanel({
  board,
  onExplain,
}: {
  readonly board: Overview;
  readonly onExplain: (code: MetricCode) => void;
}) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const open = useOpenPeople();
  const metric = (code: MetricCode) => board.metrics.find((each) => each.code === code);
  const { currency, days } = board;
  const shown = (minor: unknown) => formatMoney(Number(minor), currency, locale);
  const series = (code: MetricCode, kind: object) => ({
    name: nameOf(metrics[code].name),
    data: metric(code)?.series ?? [],
    ...kind,
  });
  return (
    <Panel title={t('insight:trade.title')} about={t('insight:trade.about')}>
      <div className={styles.figures}>
        {figures.map((code) => (
          <button
            key={code}
            type="button"
            className={styles.figureBlock}
            onClick={() => onExplain(code)}
          >
            <span className={styles.label}>{nameOf(metrics[code].name)}</span>
            <span className={code === 'private_gmv' ? styles.figureLarge : styles.figureStill}>
              <MetricNumber code={code} value={metric(code)?.value} currency={currency} />
            </span>
            <span className={styles.note}>
              <ChangeMark
                code={code}
                value={metric(code)?.value ?? null}
                previous={metric(code)?.previous ?? null}
                currency={currency}
              />
            </span>
          </button>
        ))}
      </div>
      <Chart
        label={t('insight:trade.title')}
        height={260}
        option={{
          grid: { left: 8, right: 12, top: 36, bottom: 4, containLabel: true },
          legend: { top: 0, left: 0 },
          tooltip: { trigger: 'axis', valueFormatter: shown },
          xAxis: { type: 'category', data: days.map((day) => day.slice(5)) },
          yAxis: {
            type: 'value',
            axisLabel: {
              formatter: (minor: number) =>
                formatCount(minor / 10 ** minorDigits(currency), locale),
            },
          },
          series: [
            series('private_gmv', { type: 'bar', barMaxWidth: 18 }),
            series('gmv', { type: 'line', areaStyle: { opacity: 0.06 } }),
          ],
        }}
        onPick={({ series: line, index }) => {
          const day = days[index];
          const code = line === 0 ? 'private_gmv' : 'gmv';
          if (day === undefined) return;
          open({
            title: `${nameOf(metrics[code].name)} · ${day}`,
            of: {
              question: {
                behind: 'metric',
                metric: code,
                window: { kind: 'last', days: days.length },
                day,
              },
            },
          });
        }}
      />
    </Panel>
  );
}
