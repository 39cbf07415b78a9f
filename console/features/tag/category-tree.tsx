import { FolderAddOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { type Category, CategoryForm } from './category-form.tsx';
import styles from './tags.module.css';

export interface CategoryTreeProps {
  readonly categories: UseQueryResult<{ readonly items: readonly Category[] }>;
}

/** The categories of tags as a filter, and a way to add one. */
export function CategoryTree({ categories }: CategoryTreeProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const [filters, change] = useFilters();
  const [adding, setAdding] = useState(false);
  const items = categories.data?.items;
  const depths = depthsOf(items ?? []);
  const node = (
    category: string | undefined,
    label: string,
    count: number | null,
    depth: number,
  ) => (
    <button
      key={category ?? 'all'}
      type="button"
      className={styles.node}
      aria-pressed={filters.category === category}
      style={{ paddingLeft: 12 + depth * 16 }}
      onClick={() => change({ category })}
    >
      <span className={styles.nodeName}>{label}</span>
      {count !== null && <span className={styles.nodeCount}>{count}</span>}
    </button>
  );
  return (
    <aside className={styles.tree}>
      <div className={styles.treeHead}>
        {t('tag:category.name')}
        {may('tags.edit') && (
          <Button
            type="text"
            size="small"
            icon={<FolderAddOutlined />}
            aria-label={t('tag:category.add')}
            onClick={() => setAdding(true)}
          />
        )}
      </div>
      {node(undefined, t('tag:category.all'), null, 0)}
      {!items && <Skeleton active title={false} paragraph={{ rows: 4 }} style={{ padding: 12 }} />}
      {items?.map((each) =>
        node(each.category, nameOf(each), each.tags, depths.get(each.category) ?? 0),
      )}
      <CategoryForm categories={items ?? []} open={adding} onClose={() => setAdding(false)} />
    </aside>
  );
}

/** How deep each category stands; parents come before children. */
function depthsOf(items: readonly Category[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { category, parent } of items) {
    depths.set(category, parent === null ? 0 : (depths.get(parent) ?? 0) + 1);
  }
  return depths;
}
