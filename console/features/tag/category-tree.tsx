import { FolderAddOutlined } from '@ant-design/icons';
import { createTagCategory, type listTagCategories } from '@siyu/contract/profile';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Form, Input, Skeleton, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import styles from './tags.module.css';

export type Category = ItemOf<typeof listTagCategories>;

interface Fields {
  readonly zh: string;
  readonly en: string;
  readonly parent?: string;
}

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
  const create = useWrite(createTagCategory, {
    changes: ['profile.list_tag_categories'],
    done: t('tag:category.added'),
    onDone: () => setAdding(false),
  });
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
      <FormDialog<Fields>
        open={adding}
        title={t('tag:category.add')}
        act={t('app:action.create')}
        busy={create.isPending}
        onClose={() => setAdding(false)}
        onSubmit={({ parent, ...names }) =>
          create.mutate({ body: { ...names, parent: parent ?? null } })
        }
      >
        <Form.Item name="zh" label={t('tag:field.zh')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="en" label={t('tag:field.en')} rules={[{ required: true }]}>
          <Input />
        </Form.Item>
        <Form.Item name="parent" label={t('tag:category.parent')}>
          <CategorySelect categories={items ?? []} />
        </Form.Item>
      </FormDialog>
    </aside>
  );
}

export interface CategorySelectProps {
  readonly categories: readonly Category[];
  readonly value?: string;
  readonly onChange?: (category: string) => void;
}

/** Picks a category. */
export function CategorySelect({ categories, ...props }: CategorySelectProps) {
  const nameOf = useNameOf();
  return (
    <TreeSelect
      {...props}
      allowClear
      treeDefaultExpandAll
      treeDataSimpleMode
      treeData={categories.map((each) => ({
        id: each.category,
        pId: each.parent ?? 0,
        value: each.category,
        title: nameOf(each),
      }))}
    />
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
