import { FolderAddOutlined } from '@ant-design/icons';
import {
  createTag,
  editTag,
  getTag,
  listTagCategories,
  type TagDefinition,
  type TagRhythm,
  type TagView,
  tagRhythms,
} from '@siyu/contract/profile';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber, Select, Skeleton, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useVocabularyQuery, VocabularyContext } from '../../ui/rule-builder/vocabulary.ts';
import { CategoryForm, CategorySelect } from './category-form.tsx';
import { DefinitionEditor } from './definition-editor.tsx';
import { finished, newDefinition, tagKinds } from './new-definition.ts';
import styles from './tags.module.css';

interface Fields {
  readonly zh: string;
  readonly en?: string;
  readonly description?: string;
  readonly category: string;
  readonly owner?: string;
  readonly purpose?: string;
  readonly refresh: TagRhythm;
  readonly expiresAfterDays?: number | null;
}

/** A new tag. */
export function NewTagPage() {
  return <TagEditor />;
}

/** The definition of a tag. */
export function EditTagPage() {
  const { tag = '' } = useParams({ strict: false });
  const query = useQuery(readOf(getTag, { params: { tag } }));
  return (
    <QueryView query={query}>{(view) => <TagEditor key={view.tag} existing={view} />}</QueryView>
  );
}

function TagEditor({ existing }: { readonly existing?: TagView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const [adding, setAdding] = useState(false);
  const vocabulary = useVocabularyQuery();
  const categories = useQuery(readOf(listTagCategories));
  const [definition, setDefinition] = useState<TagDefinition>(
    existing?.definition ?? newDefinition('rule'),
  );
  const options = {
    changes: ['profile.', 'segment.get_vocabulary'],
    done: t('tag:editor.saved'),
    onDone: (view: TagView) => void navigate({ to: `/tags/${view.tag}` }),
  };
  const create = useWrite(createTag, options);
  const edit = useWrite(editTag, options);
  const submit = ({ en, ...fields }: Fields) => {
    const body = { ...fields, en: en || fields.zh, definition: finished(definition) };
    if (existing) edit.mutate({ params: { tag: existing.tag }, body });
    else create.mutate({ body });
  };
  return (
    <>
      <PageHeader
        back={{ to: '/tags', label: t('app:nav.tags') }}
        title={t(existing ? 'tag:editor.edit' : 'tag:editor.new')}
        about={t('tag:editor.about')}
        actions={
          <Button
            type="primary"
            loading={create.isPending || edit.isPending}
            onClick={() => form.submit()}
          >
            {t('tag:editor.save')}
          </Button>
        }
      />
      <Stack>
        <Panel title={t('tag:field.kind')}>
          <div className={styles.kinds}>
            {tagKinds.map((kind) => (
              <button
                key={kind}
                type="button"
                className={styles.kind}
                aria-pressed={definition.kind === kind}
                disabled={existing !== undefined}
                onClick={() => setDefinition(newDefinition(kind))}
              >
                <span className={styles.kindName}>{t(`tag:kind.${kind}`)}</span>
                <span className={styles.kindAbout}>{t(`tag:kindAbout.${kind}`)}</span>
              </button>
            ))}
          </div>
        </Panel>
        <Panel title={t('tag:editor.values')} about={t(`tag:valuesAbout.${definition.kind}`)}>
          {vocabulary.data ? (
            <VocabularyContext value={vocabulary.data}>
              <DefinitionEditor definition={definition} onChange={setDefinition} />
            </VocabularyContext>
          ) : (
            <Skeleton active />
          )}
        </Panel>
        <Panel title={t('tag:editor.naming')}>
          <Form<Fields>
            form={form}
            layout="vertical"
            requiredMark={false}
            style={{ maxWidth: 560 }}
            initialValues={existing ?? { refresh: 'daily' }}
            onFinish={submit}
          >
            <Form.Item name="zh" label={t('tag:field.zh')} rules={[{ required: true }]}>
              <Input maxLength={100} placeholder={t('tag:editor.nameHint')} />
            </Form.Item>
            <Form.Item name="en" label={t('tag:field.en')}>
              <Input maxLength={100} />
            </Form.Item>
            <Form.Item label={t('tag:category.name')} htmlFor="category">
              <Space.Compact block>
                <Form.Item
                  noStyle
                  name="category"
                  messageVariables={{ label: t('tag:category.name') }}
                  rules={[{ required: true }]}
                >
                  <CategorySelect categories={categories.data?.items ?? []} />
                </Form.Item>
                <Button icon={<FolderAddOutlined />} onClick={() => setAdding(true)}>
                  {t('tag:category.add')}
                </Button>
              </Space.Compact>
            </Form.Item>
            <Form.Item name="description" label={t('tag:field.description')}>
              <Input.TextArea rows={2} maxLength={1_000} />
            </Form.Item>
            <Form.Item name="purpose" label={t('tag:field.purpose')} extra={t('tag:purposeAbout')}>
              <Input maxLength={200} />
            </Form.Item>
            {definition.kind === 'manual' ? (
              <Form.Item name="expiresAfterDays" label={t('tag:field.expires')}>
                <InputNumber
                  min={1}
                  max={3_650}
                  suffix={t('rule:days')}
                  placeholder={t('tag:never')}
                  style={{ width: 160 }}
                />
              </Form.Item>
            ) : (
              <Form.Item name="refresh" label={t('segment:field.rhythm')}>
                <Select
                  style={{ maxWidth: 240 }}
                  options={tagRhythms.map((value) => ({
                    value,
                    label: t(`segment:rhythm.${value}`),
                  }))}
                />
              </Form.Item>
            )}
          </Form>
          <CategoryForm
            categories={categories.data?.items ?? []}
            open={adding}
            onMade={({ category }) => form.setFieldValue('category', category)}
            onClose={() => setAdding(false)}
          />
        </Panel>
      </Stack>
    </>
  );
}
