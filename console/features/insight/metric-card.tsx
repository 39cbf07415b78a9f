import { InfoCircleOutlined } from '@ant-design/icons';
import type { InsightWindow, MetricCode, MetricValue } from '@siyu/contract/insight';
import { metrics } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { ChangeMark } from './change-mark.tsx';
import styles from './insight.module.css';
import { MetricNumber } from './metric-words.tsx';
import { TrendLine } from './trend-line.tsx';

export interface MetricCardProps {
  readonly code: MetricCode;
  readonly metric: MetricValue | undefined;
  readonly window: InsightWindow;
  readonly currency: string;
  readonly onExplain: (code: MetricCode) => void;
}

/** One figure of a board: its change, how it moved, how it is counted, and the people behind it. */
export function MetricCard({ code, metric, window, currency, onExplain }: MetricCardProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const name = nameOf(metrics[code].name);
  const open = useMetricPeople(code, window);
  const number = <MetricNumber code={code} value={metric?.value} currency={currency} />;
  return (
    <div className={styles.card}>
      <div className={styles.label}>
        {name}
        <button
          type="button"
          className={styles.explain}
          aria-label={t('insight:explain', { name })}
          onClick={() => onExplain(code)}
        >
          <InfoCircleOutlined />
        </button>
      </div>
      {open && metric?.value ? (
        <button
          type="button"
          className={styles.figure}
          aria-label={t('insight:openPeople', { name })}
          onClick={open}
        >
          {number}
        </button>
      ) : (
        <div className={styles.figureStill}>{number}</div>
      )}
      <div className={styles.note}>
        {metric && metric.previous !== null ? (
          <>
            <ChangeMark
              code={code}
              value={metric.value}
              previous={metric.previous}
              currency={currency}
            />{' '}
            <span className={styles.noteWords}>{t('insight:change.against')}</span>
          </>
        ) : (
          <span className={styles.noteWords}>
            {t(metric?.series.length === 0 ? 'insight:change.rightNow' : 'insight:change.noBasis')}
          </span>
        )}
      </div>
      <TrendLine values={metric?.series ?? []} />
    </div>
  );
}

/** Opens the people whom a metric counted; undefined where there are none or the role may not see them. */
export function useMetricPeople(
  code: MetricCode,
  window: InsightWindow,
  channel?: string,
): (() => void) | undefined {
  const nameOf = useNameOf();
  const may = useMay();
  const open = useOpenPeople();
  if (code === 'running_campaigns' || !may('people.read')) return undefined;
  const about = channel === undefined ? {} : { channel };
  return () =>
    open({
      title: nameOf(metrics[code].name),
      of: { question: { behind: 'metric', metric: code, window, ...about } },
    });
}
