import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons';
import { liveRoutes, sourceRoutes } from '@siyu/contract/collect';
import type { ResponseOf } from '@siyu/contract/kit';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { PropertyChips } from '../../ui/property-chips.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { MoneyText, Nothing, TimeText } from '../../ui/text.tsx';

type LiveEvent = ResponseOf<typeof liveRoutes.liveEvents>['events'][number];

/** The newest events, renewed every two seconds until paused. */
export function LiveEvents() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  const [filters] = useFilters();
  const [paused, setPaused] = useState(false);
  const sources = useInfiniteQuery(pagesOf(sourceRoutes.listSources, { query: { limit: 200 } }));
  const live = useQuery({
    ...readOf(liveRoutes.liveEvents, {
      query: { limit: 100, ...(filters.source ? { source: filters.source } : {}) },
    }),
    refetchInterval: paused ? false : 2_000,
  });
  const columns: readonly Column<LiveEvent>[] = [
    {
      key: 'event',
      title: t('collect:live.event'),
      phone: 'title',
      render: (event) => <b style={{ fontWeight: 500 }}>{nameOf(event)}</b>,
    },
    {
      key: 'received',
      title: t('collect:live.received'),
      phone: 'corner',
      render: (event) => <TimeText at={event.receivedAt} />,
    },
    {
      key: 'person',
      title: t('people:field.person'),
      render: (event) =>
        event.person ? (
          <Go to={`/people/${event.person}`}>{t('collect:live.open')}</Go>
        ) : (
          t('collect:live.nobody')
        ),
    },
    { key: 'source', title: t('collect:live.source'), render: (event) => event.source },
    {
      key: 'channel',
      title: t('collect:field.channel'),
      render: (event) => (event.channel ? names.channel(event.channel) : <Nothing />),
    },
    {
      key: 'revenue',
      title: t('collect:live.revenue'),
      align: 'right',
      render: (event) => <MoneyText minor={event.revenue} currency={event.currency || 'CNY'} />,
    },
    {
      key: 'properties',
      title: t('collect:live.properties'),
      render: (event) => <PropertyChips properties={event.properties} />,
    },
  ];
  return (
    <DataTable
      name="live-events"
      rows={{
        data: live.data && { pages: [{ items: live.data.events }] },
        isError: live.isError,
        error: live.error,
        refetch: live.refetch,
      }}
      columns={columns}
      rowKey={(event) =>
        `${event.receivedAt}${event.time}${event.name}${event.person}${JSON.stringify(event.properties)}`
      }
      filters={
        <>
          <FilterBar
            fields={[
              {
                kind: 'choice',
                name: 'source',
                label: t('collect:live.source'),
                options: (sources.data?.pages.flatMap((page) => page.items) ?? []).map(
                  ({ id, name }) => ({ value: id, label: name }),
                ),
              },
            ]}
          />
          <Button
            icon={paused ? <CaretRightOutlined /> : <PauseOutlined />}
            onClick={() => setPaused(!paused)}
          >
            {t(paused ? 'collect:live.goOn' : 'collect:live.pause')}
          </Button>
          {!paused && <StateTag tone="busy">{t('collect:live.running')}</StateTag>}
          {live.data?.dataAsOf && (
            <span style={{ color: 'var(--ink3)', fontSize: 13 }}>
              {t('app:asOf')} <TimeText at={live.data.dataAsOf} />
            </span>
          )}
        </>
      }
      empty={
        <EmptyState title={t('collect:live.emptyTitle')} about={t('collect:live.emptyAbout')} />
      }
    />
  );
}
