import { ImportOutlined } from '@ant-design/icons';
import { type Import, importStates, listImports } from '@siyu/contract/collect';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { ImportState } from './import-state.tsx';

const isMoving = (item: Import) =>
  item.state === 'waiting' || item.state === 'running' || (item.state === 'done' && !item.settled);

/** All file imports with what they brought. */
export function ImportsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters] = useFilters();
  const imports = useInfiniteQuery({
    ...pagesOf(listImports, { query: filters.state ? { state: filters.state } : {} }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isMoving)) ? 2_000 : false,
  });
  const add = may('imports.edit') && (
    <Link to="/imports/new">
      <Button type="primary" icon={<ImportOutlined />}>
        {t('import:list.add')}
      </Button>
    </Link>
  );
  const columns: readonly Column<Import>[] = [
    {
      key: 'name',
      title: t('import:field.name'),
      phone: 'title',
      render: (item) => (
        <TwoLines top={<Go to={`/imports/${item.id}`}>{item.name}</Go>} below={item.sourceName} />
      ),
    },
    { key: 'kind', title: t('import:field.kind'), render: (item) => t(`import:kind.${item.kind}`) },
    {
      key: 'state',
      title: t('import:field.state'),
      phone: 'corner',
      render: (item) => <ImportState item={item} />,
    },
    {
      key: 'rows',
      title: t('import:field.rows'),
      align: 'right',
      render: (item) => <CountText value={item.counts.rows} />,
    },
    {
      key: 'errors',
      title: t('import:field.errors'),
      align: 'right',
      render: (item) => (
        <span style={item.counts.errors > 0 ? { color: 'var(--danger)' } : {}}>
          <CountText value={item.counts.errors} />
        </span>
      ),
    },
    { key: 'by', title: t('import:field.by'), render: (item) => item.createdBy },
    {
      key: 'at',
      title: t('import:field.at'),
      render: (item) => <TimeText at={item.createdAt} />,
    },
  ];
  return (
    <>
      <PageHeader title={t('app:nav.imports')} about={t('import:list.about')} actions={add} />
      <DataTable
        name="imports"
        rows={imports}
        columns={columns}
        rowKey={(item) => item.id}
        to={(item) => `/imports/${item.id}`}
        filters={
          <FilterBar
            fields={[
              {
                kind: 'choice',
                name: 'state',
                label: t('import:field.state'),
                options: importStates.map((value) => ({
                  value,
                  label: t(`import:state.${value}`),
                })),
              },
            ]}
          />
        }
        empty={
          filters.state ? undefined : (
            <EmptyState
              icon={<ImportOutlined />}
              title={t('import:list.emptyTitle')}
              about={t('import:list.emptyAbout')}
              step={add}
            />
          )
        }
      />
    </>
  );
}
