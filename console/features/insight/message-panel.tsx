import type { InsightWindow, MetricCode, Overview } from '@siyu/contract/insight';
import { metrics } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { formatRatio } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChangeMark } from './change-mark.tsx';
import styles from './insight.module.css';
import { useMetricPeople } from './metric-card.tsx';
import { MetricNumber } from './metric-words.tsx';

const stages: readonly MetricCode[] = ['sent', 'delivered', 'opened', 'clicked'];
const rates: readonly MetricCode[] = ['campaign_conversion', 'unsubscribe_rate'];

interface Props {
  readonly board: Overview;
  readonly window: InsightWindow;
  readonly onExplain: (code: MetricCode) => void;
}

/** From sent to clicked, and what came of it. */
export function MessagePanel({ board, window, onExplain }: Props) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const metric = (code: MetricCode) => board.metrics.find((each) => each.code === code);
  const sent = metric('sent')?.value ?? 0;
  return (
    <Panel title={t('insight:messages.title')} about={t('insight:messages.about')}>
      <div className={styles.stages}>
        {stages.map((code) => (
          <Stage
            key={code}
            code={code}
            value={metric(code)?.value ?? 0}
            of={sent}
            window={window}
          />
        ))}
      </div>
      <div className={styles.rates}>
        {rates.map((code) => (
          <button key={code} type="button" className={styles.rate} onClick={() => onExplain(code)}>
            <span className={styles.label}>{nameOf(metrics[code].name)}</span>
            <span className={styles.rateValue}>
              <MetricNumber code={code} value={metric(code)?.value} currency={board.currency} />
            </span>
            <ChangeMark
              code={code}
              value={metric(code)?.value ?? null}
              previous={metric(code)?.previous ?? null}
              currency={board.currency}
            />
          </button>
        ))}
      </div>
    </Panel>
  );
}

interface StageProps {
  readonly code: MetricCode;
  readonly value: number;
  readonly of: number;
  readonly window: InsightWindow;
}

function Stage({ code, value, of, window }: StageProps) {
  const locale = useLocale();
  const nameOf = useNameOf();
  const open = useMetricPeople(code, window);
  const ratio = of === 0 ? 0 : Math.min(1, value / of);
  return (
    <button type="button" className={styles.stage} disabled={!open || value === 0} onClick={open}>
      <span className={styles.stageTrack}>
        <span className={styles.stageFill} style={{ height: `${Math.max(ratio * 100, 2)}%` }} />
      </span>
      <span className={styles.rateValue}>
        <MetricNumber code={code} value={value} currency="" />
      </span>
      <span className={styles.stageName}>
        {nameOf(metrics[code].name)}
        {code !== 'sent' && of > 0 && ` ${formatRatio(value / of, locale)}`}
      </span>
    </button>
  );
}
