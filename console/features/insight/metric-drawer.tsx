import type { MetricCode, MetricDefinition } from '@siyu/contract/insight';
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { Go } from '../../ui/go.tsx';
import { Stack } from '../../ui/layout.tsx';
import styles from './insight.module.css';
import { definitionOf } from './metric-words.tsx';

export interface MetricDrawerProps {
  readonly code: MetricCode | undefined;
  readonly onClose: () => void;
}

/** How one number is counted. */
export function MetricDrawer({ code, onClose }: MetricDrawerProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const metric = code ? definitionOf(code) : undefined;
  return (
    <Drawer
      open={metric !== undefined}
      title={metric && t('insight:dictionary.how', { name: nameOf(metric.name) })}
      size={440}
      onClose={onClose}
    >
      {metric && (
        <Stack gap={20}>
          <MetricFacts metric={metric} />
          <Go to="/insight/metrics">{t('insight:dictionary.all')}</Go>
        </Stack>
      )}
    </Drawer>
  );
}

/** Formula, grain, refunds, scope, owner and version of a metric. */
function MetricFacts({ metric }: { readonly metric: MetricDefinition }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const facts: readonly (readonly [string, string])[] = [
    ['formula', nameOf(metric.formula)],
    ['grain', nameOf(metric.grain)],
    ...(metric.refunds ? ([['refunds', nameOf(metric.refunds)]] as const) : []),
    ['scope', t(`insight:dictionary.rows.${metric.grain.rows}`)],
    ['unit', t(`insight:unit.${metric.unit}`)],
    ['owner', `${nameOf(metric.owner)} · v${metric.version}`],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([fact, text]) => (
        <div key={fact}>
          <dt>{t(`insight:dictionary.${fact}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
