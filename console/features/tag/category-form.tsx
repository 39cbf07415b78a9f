import type { ResponseOf } from '@siyu/contract/kit';
import { createTagCategory, type listTagCategories } from '@siyu/contract/profile';
import { Form, Input, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ItemOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';

export type Category = ItemOf<typeof listTagCategories>;

interface Fields {
  readonly zh: string;
  readonly en?: string;
  readonly parent?: string;
}

export interface CategoryFormProps {
  readonly categories: readonly Category[];
  readonly open: boolean;
  readonly onMade?: (category: ResponseOf<typeof createTagCategory>) => void;
  readonly onClose: () => void;
}

/** A new category, below another one or on its own. */
export function CategoryForm({ categories, open, onMade, onClose }: CategoryFormProps) {
  const { t } = useTranslation();
  const create = useWrite(createTagCategory, {
    changes: ['profile.list_tag_categories'],
    done: t('tag:category.added'),
    onDone: (made) => {
      onMade?.(made);
      onClose();
    },
  });
  return (
    <FormDialog<Fields>
      open={open}
      title={t('tag:category.add')}
      act={t('app:action.create')}
      busy={create.isPending}
      onClose={onClose}
      onSubmit={({ zh, en, parent }) =>
        create.mutate({ body: { zh, en: en || zh, parent: parent ?? null } })
      }
    >
      <Form.Item name="zh" label={t('tag:field.zh')} rules={[{ required: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="en" label={t('tag:field.en')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="parent" label={t('tag:category.parent')}>
        <CategorySelect categories={categories} />
      </Form.Item>
    </FormDialog>
  );
}

export interface CategorySelectProps {
  readonly categories: readonly Category[];
  readonly id?: string;
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
