import { insightRoutes } from '@siyu/contract/insight';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Grid, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import styles from './insight.module.css';
import { MetricFacts } from './metric-drawer.tsx';

const groups = ['pool', 'trade', 'reach'] as const;

/** The metric dictionary: how every number on the boards is counted. */
export function MetricsPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
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
                <section key={group}>
                  <h2 className={styles.groupTitle}>{t(`insight:group.${group}`)}</h2>
                  <Grid least={340}>
                    {found.map((metric) => (
                      <Panel key={metric.code} title={nameOf(metric.name)}>
                        <MetricFacts metric={metric} />
                      </Panel>
                    ))}
                  </Grid>
                </section>
              );
            })}
          </Stack>
        )}
      </QueryView>
    </>
  );
}
