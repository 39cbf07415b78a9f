import {
  createSegment,
  editSegment,
  type RefreshRhythm,
  type Rule,
  refreshRhythms,
  type SegmentView,
} from '@siyu/contract/segment';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { Split, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { isCountable } from '../../ui/rule-builder/edit-rule.ts';
import { LiveCount } from '../../ui/rule-builder/live-count.tsx';
import { RuleBuilder } from '../../ui/rule-builder/rule-builder.tsx';

interface Fields {
  readonly name: string;
  readonly description?: string;
  readonly kind: 'static' | 'refreshed';
  readonly refresh: RefreshRhythm;
}

/** The builder with its live count, and the segment's name and rhythm. */
export function SegmentEditor({ existing }: { readonly existing?: SegmentView }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  const [rule, setRule] = useState<Rule>(existing?.rule ?? { kind: 'and', of: [] });
  const kind = Form.useWatch('kind', form);
  const go = (segment: string) => void navigate({ to: `/segments/${segment}` });
  const options = {
    changes: ['segment.'],
    done: t('segment:editor.saved'),
    onDone: (view: SegmentView) => go(view.segment),
  };
  const create = useWrite(createSegment, options);
  const edit = useWrite(editSegment, options);
  const submit = (fields: Fields) => {
    const refresh = fields.kind === 'static' ? 'off' : fields.refresh;
    if (existing) {
      const { name, description = '' } = fields;
      edit.mutate({
        params: { segment: existing.segment },
        body: { name, description, rule, refresh },
      });
    } else {
      create.mutate({ body: { ...fields, refresh, rule } });
    }
  };
  return (
    <>
      <PageHeader
        back={
          existing
            ? { to: `/segments/${existing.segment}`, label: existing.name }
            : { to: '/segments', label: t('app:nav.segments') }
        }
        title={existing ? t('segment:editor.edit') : t('segment:editor.new')}
        about={t('segment:editor.about')}
        actions={
          <Button
            type="primary"
            disabled={!isCountable(rule)}
            loading={create.isPending || edit.isPending}
            onClick={() => form.submit()}
          >
            {t('segment:editor.save')}
          </Button>
        }
      />
      <Split aside={340}>
        <Stack>
          <Panel title={t('segment:editor.who')} about={t('segment:editor.whoAbout')}>
            <RuleBuilder value={rule} onChange={setRule} />
          </Panel>
          <Panel title={t('segment:editor.naming')}>
            <Form<Fields>
              form={form}
              layout="vertical"
              requiredMark={false}
              initialValues={{
                name: existing?.name,
                description: existing?.description,
                kind: existing?.kind ?? 'refreshed',
                refresh: existing?.refresh === 'off' ? 'daily' : (existing?.refresh ?? 'daily'),
              }}
              onFinish={submit}
            >
              <Form.Item
                name="name"
                label={t('segment:field.name')}
                rules={[{ required: true, message: t('segment:editor.nameMissing') }]}
              >
                <Input maxLength={100} placeholder={t('segment:editor.nameHint')} />
              </Form.Item>
              <Form.Item name="description" label={t('segment:field.description')}>
                <Input.TextArea rows={2} maxLength={1_000} />
              </Form.Item>
              <Form.Item
                name="kind"
                label={t('segment:field.kind')}
                extra={t(`segment:kindAbout.${kind ?? 'refreshed'}`)}
              >
                <Segmented
                  disabled={existing !== undefined}
                  options={(['refreshed', 'static'] as const).map((value) => ({
                    value,
                    label: t(`segment:kind.${value}`),
                  }))}
                />
              </Form.Item>
              {kind !== 'static' && (
                <Form.Item name="refresh" label={t('segment:field.rhythm')}>
                  <Select
                    style={{ maxWidth: 240 }}
                    options={refreshRhythms
                      .filter((rhythm) => rhythm !== 'off')
                      .map((value) => ({ value, label: t(`segment:rhythm.${value}`) }))}
                  />
                </Form.Item>
              )}
            </Form>
          </Panel>
        </Stack>
        <LiveCount rule={rule} />
      </Split>
    </>
  );
}
