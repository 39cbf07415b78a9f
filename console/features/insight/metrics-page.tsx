import { insightRoutes, type MetricDefinition } from '@siyu/contract/insight';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import styles from './insight.module.css';

const groups = ['pool', 'trade', 'reach'] as const;

/** The metric dictionary: how every number on the boards is counted. */
export function MetricsPage() {
  const { t } = useTranslation();
  const [filters] = useFilters();
  const query = useQuery({
    ...readOf(insightRoutes.listMetrics),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const search = (filters.search ?? filters.metric ?? '').toLowerCase();
  return (
    <>
      <PageHeader
        title={t('app:nav.metrics')}
        about={t('insight:dictionary.about')}
        back={{ to: '/', label: t('app:nav.home') }}
        actions={
          <FilterBar
            fields={[{ kind: 'search', name: 'search', label: t('insight:dictionary.search') }]}
          />
        }
      />
      <QueryView query={query}>
        {({ metrics }) => (
          <Stack>
            {groups.map((group) => {
              const found = metrics.filter(
                (metric) =>
                  metric.group === group &&
                  `${metric.code} ${metric.name.zh} ${metric.name.en}`
                    .toLowerCase()
                    .includes(search),
              );
              return found.length === 0 ? null : (
                <Panel key={group} title={t(`insight:group.${group}`)} flush>
                  {found.map((metric) => (
                    <MetricRow key={metric.code} metric={metric} />
                  ))}
                </Panel>
              );
            })}
          </Stack>
        )}
      </QueryView>
    </>
  );
}

function MetricRow({ metric }: { readonly metric: MetricDefinition }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return (
    <article className={styles.metricRow}>
      <div>
        <div className={styles.metricName}>{nameOf(metric.name)}</div>
        <div className={styles.noteWords}>
          {t(`insight:unit.${metric.unit}`)} · {nameOf(metric.owner)} · v{metric.version}
        </div>
      </div>
      <p className={styles.formula}>{nameOf(metric.formula)}</p>
      <div className={styles.factLine}>
        <div>
          <b>{t('insight:dictionary.grain')}</b>
          {nameOf(metric.grain)}
        </div>
        {metric.refunds && (
          <div>
            <b>{t('insight:dictionary.refunds')}</b>
            {nameOf(metric.refunds)}
          </div>
        )}
        <div>
          <b>{t('insight:dictionary.scope')}</b>
          {t(`insight:dictionary.rows.${metric.grain.rows}`)}
        </div>
      </div>
    </article>
  );
}
