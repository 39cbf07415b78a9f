import { PlusOutlined, SnippetsOutlined, TeamOutlined } from '@ant-design/icons';
import { listSegments } from '@siyu/contract/segment';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { PasteList } from './paste-list.tsx';
import { useSegmentColumns } from './segment-columns.tsx';

/** All segments (人群包) with their counts. */
export function SegmentsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters] = useFilters();
  const [pasting, setPasting] = useState(false);
  const isArchived = filters.state === 'archived';
  const segments = useInfiniteQuery({
    ...pagesOf(listSegments, {
      query: {
        state: isArchived ? 'archived' : 'active',
        ...(filters.search ? { search: filters.search } : {}),
      },
    }),
    refetchInterval: (query) =>
      query.state.data?.pages.some((page) => page.items.some((item) => item.running))
        ? 3_000
        : false,
  });
  const columns = useSegmentColumns();
  const make = may('segments.edit') && (
    <Link to="/segments/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('segment:list.add')}
      </Button>
    </Link>
  );
  return (
    <>
      <PageHeader
        title={t('app:nav.segments')}
        about={t('segment:list.about')}
        actions={
          make && (
            <>
              <Button icon={<SnippetsOutlined />} onClick={() => setPasting(true)}>
                {t('segment:paste.open')}
              </Button>
              {make}
            </>
          )
        }
      />
      <DataTable
        name="segments"
        rows={segments}
        columns={columns}
        rowKey={(segment) => segment.segment}
        to={(segment) => `/segments/${segment.segment}`}
        empty={
          filters.search || isArchived ? undefined : (
            <EmptyState
              icon={<TeamOutlined />}
              title={t('segment:list.emptyTitle')}
              about={t('segment:list.emptyAbout')}
              step={make}
            />
          )
        }
        filters={
          <FilterBar
            fields={[
              { kind: 'search', name: 'search', label: t('segment:list.search') },
              {
                kind: 'choice',
                name: 'state',
                label: t('segment:list.active'),
                options: [{ value: 'archived', label: t('segment:list.archived') }],
              },
            ]}
          />
        }
      />
      <PasteList open={pasting} onClose={() => setPasting(false)} />
    </>
  );
}
