import { TeamOutlined } from '@ant-design/icons';
import { type PersonLine, personRoutes } from '@siyu/contract/profile';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { usePersonTitle } from '../../kit/use-person-title.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';

const kinds = ['known', 'anonymous', 'all'] as const;

/** Everybody in the pool, latest seen first; found by any identifier. */
export function PeoplePage() {
  const { t } = useTranslation();
  const may = useMay();
  const titleOf = usePersonTitle();
  const [filters] = useFilters();
  const kind = kinds.find((each) => each === filters.kind) ?? 'known';
  const people = useInfiniteQuery(
    pagesOf(personRoutes.listPeople, {
      query: { kind, ...(filters.search ? { search: filters.search } : {}) },
    }),
  );
  const columns: readonly Column<PersonLine>[] = [
    {
      key: 'person',
      title: t('people:field.person'),
      phone: 'title',
      render: (row) => (
        <Go to={`/people/${row.person}`}>
          <PersonBadge
            name={titleOf(row.title)}
            {...(row.known ? {} : { detail: t('people:anonymous') })}
          />
        </Go>
      ),
    },
    { key: 'phone', title: t('people:field.phone'), render: (row) => row.phone ?? <Nothing /> },
    { key: 'email', title: t('people:field.email'), render: (row) => row.email ?? <Nothing /> },
    { key: 'city', title: t('people:field.city'), render: (row) => row.city ?? <Nothing /> },
    { key: 'source', title: t('people:field.source'), render: (row) => row.source },
    {
      key: 'created',
      title: t('people:field.created'),
      optional: true,
      render: (row) => <TimeText at={row.createdAt} />,
    },
    {
      key: 'seen',
      title: t('people:field.lastSeen'),
      phone: 'corner',
      render: (row) => <TimeText at={row.lastSeenAt} />,
    },
  ];
  return (
    <>
      <PageHeader
        title={t('app:nav.people')}
        about={t('people:list.about')}
        actions={
          may('segments.edit') && (
            <Link to="/segments/new">
              <Button type="primary" icon={<TeamOutlined />}>
                {t('people:list.segment')}
              </Button>
            </Link>
          )
        }
      />
      <DataTable
        name="people"
        rows={people}
        columns={columns}
        rowKey={(row) => row.person}
        to={(row) => `/people/${row.person}`}
        filters={
          <FilterBar
            fields={[
              { kind: 'search', name: 'search', label: t('people:list.search') },
              {
                kind: 'choice',
                name: 'kind',
                label: t('people:kind.known'),
                options: kinds.map((value) => ({ value, label: t(`people:kind.${value}`) })),
              },
            ]}
          />
        }
        empty={
          filters.search ? (
            <EmptyState title={t('people:nobody')} about={t('people:list.nobodyAbout')} />
          ) : (
            <EmptyState
              icon={<TeamOutlined />}
              title={t('people:list.emptyTitle')}
              about={t('people:list.emptyAbout')}
              step={
                may('imports.edit') && (
                  <Go to="/imports/new">
                    <Button type="primary">{t('people:list.import')}</Button>
                  </Go>
                )
              }
            />
          )
        }
      />
    </>
  );
}
