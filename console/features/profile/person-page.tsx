import { personRoutes } from '@siyu/contract/profile';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Skeleton, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { Consents } from './consents.tsx';
import styles from './person.module.css';
import { PersonDeliveries } from './person-deliveries.tsx';
import { PersonHead } from './person-head.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonOrders } from './person-orders.tsx';
import { PersonSide } from './person-side.tsx';
import { Timeline } from './timeline.tsx';

/** The 360° view of one person. */
export function PersonPage() {
  const { t } = useTranslation();
  const { person = '' } = useParams({ strict: false });
  const may = useMay();
  const narrow = useNarrow();
  const first = narrow ? 'facts' : 'timeline';
  const [filters, change] = useFilters();
  const query = useQuery(readOf(personRoutes.showPerson, { params: { person } }));
  return (
    <QueryView query={query} skeleton={<Skeleton active avatar paragraph={{ rows: 12 }} />}>
      {(view) => (
        <>
          <PersonHead view={view} />
          <div className={styles.board}>
            {!narrow && <PersonSide view={view} />}
            <Tabs
              activeKey={filters.tab ?? first}
              onChange={(tab) => change({ tab: tab === first ? undefined : tab })}
              destroyOnHidden
              items={[
                ...(narrow
                  ? [
                      {
                        key: 'facts',
                        label: t('people:tab.facts'),
                        children: <PersonSide view={view} />,
                      },
                    ]
                  : []),
                {
                  key: 'timeline',
                  label: t('people:tab.timeline'),
                  children: <Timeline person={view.person} />,
                },
                {
                  key: 'orders',
                  label: t('people:tab.orders'),
                  children: <PersonOrders person={view.person} />,
                },
                ...(may('deliveries.read')
                  ? [
                      {
                        key: 'deliveries',
                        label: t('people:tab.deliveries'),
                        children: <PersonDeliveries person={view.person} />,
                      },
                    ]
                  : []),
                {
                  key: 'consents',
                  label: t('people:tab.consents'),
                  children: <Consents view={view} />,
                },
                {
                  key: 'history',
                  label: t('people:tab.history'),
                  children: <PersonHistory view={view} />,
                },
              ]}
            />
          </div>
        </>
      )}
    </QueryView>
  );
}
