import { type MetricCode, metrics } from '@siyu/contract/insight';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import styles from './insight.module.css';
import { changeOf, MetricNumber } from './metric-words.tsx';

export interface ChangeMarkProps {
  readonly code: MetricCode;
  readonly value: number | null;
  readonly previous: number | null;
  readonly currency: string;
}

/** Up or down against the stretch before, green when that is good news. */
export function ChangeMark({ code, value, previous, currency }: ChangeMarkProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const change = changeOf(code, value, previous);
  if (change === null) return <span className={styles.flat}>{t('insight:change.none')}</span>;
  const { amount, points } = change;
  const size = points
    ? t('insight:change.points', { amount: Math.abs(amount).toFixed(1) })
    : formatRatio(Math.abs(amount), locale);
  const isFlat = points ? Math.abs(amount) < 0.05 : Math.abs(amount) < 0.0005;
  const { better } = metrics[code];
  const isGood = better === null ? null : better === 'up' ? amount > 0 : amount < 0;
  const look = isFlat || isGood === null ? styles.flat : isGood ? styles.good : styles.bad;
  return (
    <Tooltip
      title={
        <>
          {t('insight:change.before')}{' '}
          <MetricNumber code={code} value={previous} currency={currency} />
        </>
      }
    >
      <span className={look}>
        {isFlat ? '→' : amount > 0 ? '↑' : '↓'} {size}
      </span>
    </Tooltip>
  );
}
