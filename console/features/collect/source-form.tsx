import { sourceKinds, type sourceRoutes } from '@siyu/contract/collect';
import type { BodyOf } from '@siyu/contract/kit';
import { AutoComplete, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../kit/names.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { OrgSelect } from '../../ui/org-select.tsx';

type Fields = BodyOf<typeof sourceRoutes.createSource>;

export interface SourceFormProps {
  readonly open: boolean;
  readonly busy: boolean;
  readonly onSubmit: (fields: Fields) => void;
  readonly onClose: () => void;
}

const channels = ['tmall', 'jd', 'douyin', 'mini_program', 'app', 'site', 'store', 'wecom'];

/** A new source: what it is, which channel its events carry, whose it is. */
export function SourceForm({ open, busy, onSubmit, onClose }: SourceFormProps) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <FormDialog<Fields>
      open={open}
      title={t('collect:source.add')}
      act={t('collect:source.add')}
      busy={busy}
      initial={{ kind: 'mini_program', channel: 'mini_program' }}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('collect:field.name')} rules={[{ required: true }]}>
        <Input maxLength={80} placeholder={t('collect:source.nameHint')} />
      </Form.Item>
      <Form.Item name="kind" label={t('collect:field.kind')} rules={[{ required: true }]}>
        <Select
          options={sourceKinds.map((value) => ({ value, label: t(`collect:kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="channel"
        label={t('collect:field.channel')}
        extra={t('collect:source.channelAbout')}
        rules={[{ required: true, pattern: /^[a-z0-9_]+$/ }]}
      >
        <AutoComplete options={channels.map((value) => ({ value, label: names.channel(value) }))} />
      </Form.Item>
      <Form.Item name="node" label={t('collect:field.node')} rules={[{ required: true }]}>
        <OrgSelect />
      </Form.Item>
    </FormDialog>
  );
}
