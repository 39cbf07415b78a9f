import { PlusOutlined, TagsOutlined } from '@ant-design/icons';
import { listTagCategories, listTags, type TagView } from '@siyu/contract/profile';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf } from '../../kit/api/index.ts';
import { formatShare } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { CategoryTree } from './category-tree.tsx';
import { tagKinds } from './new-definition.ts';
import styles from './tags.module.css';

/** All tags by category, with how many people have them. */
export function TagsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters] = useFilters();
  const categories = useQuery(readOf(listTagCategories));
  const isArchived = filters.state === 'archived';
  const tags = useInfiniteQuery({
    ...pagesOf(listTags, {
      query: {
        state: isArchived ? 'archived' : 'active',
        ...(filters.search ? { search: filters.search } : {}),
        ...(filters.category ? { category: filters.category } : {}),
        ...(filters.kind ? { kind: filters.kind } : {}),
      },
    }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((tag) => tag.running)) ? 3_000 : false,
  });
  const columns = useTagColumns();
  const add = may('tags.edit') && (
    <Link to="/tags/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('tag:list.add')}
      </Button>
    </Link>
  );
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <>
      <PageHeader title={t('app:nav.tags')} about={t('tag:list.about')} actions={add} />
      <div className={styles.board}>
        <CategoryTree categories={categories} />
        <DataTable
          name="tags"
          rows={tags}
          columns={columns}
          rowKey={(tag) => tag.tag}
          to={(tag) => `/tags/${tag.tag}`}
          empty={
            isFiltered ? undefined : (
              <EmptyState
                icon={<TagsOutlined />}
                title={t('tag:list.emptyTitle')}
                about={t('tag:list.emptyAbout')}
                step={add}
              />
            )
          }
          filters={
            <FilterBar
              fields={[
                { kind: 'search', name: 'search', label: t('tag:list.search') },
                {
                  kind: 'choice',
                  name: 'kind',
                  label: t('tag:field.kind'),
                  options: tagKinds.map((value) => ({ value, label: t(`tag:kind.${value}`) })),
                },
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
      </div>
    </>
  );
}

function useTagColumns(): readonly Column<TagView>[] {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  return [
    {
      key: 'name',
      title: t('tag:field.name'),
      phone: 'title',
      render: (tag) => (
        <TwoLines
          width={320}
          top={<Go to={`/tags/${tag.tag}`}>{nameOf(tag)}</Go>}
          below={tag.description || nameOf(tag.sentence)}
        />
      ),
    },
    {
      key: 'kind',
      title: t('tag:field.kind'),
      render: (tag) => t(`tag:kind.${tag.definition.kind}`),
    },
    {
      key: 'values',
      title: t('tag:field.values'),
      align: 'right',
      render: (tag) => tag.values.length,
    },
    {
      key: 'people',
      title: t('tag:field.people'),
      align: 'right',
      phone: 'corner',
      render: (tag) =>
        tag.running ? (
          <JobProgress {...tag.running} />
        ) : (
          <PeopleNumber
            title={nameOf(tag)}
            count={tag.people}
            of={{ rule: { kind: 'tag', tag: tag.tag } }}
          />
        ),
    },
    {
      key: 'coverage',
      title: t('tag:field.coverage'),
      align: 'right',
      render: (tag) => formatShare(tag.coverage, locale),
    },
    {
      key: 'at',
      title: t('tag:field.computedAt'),
      render: (tag) => <TimeText at={tag.computedAt} />,
    },
  ];
}
