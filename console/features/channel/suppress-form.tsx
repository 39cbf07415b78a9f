import { addSuppression } from '@siyu/contract/channel';
import { type ChannelKind, channelKindNames, channelKinds } from '@siyu/contract/content';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';

interface Fields {
  readonly person: string;
  readonly channel: ChannelKind;
  readonly note?: string;
}

export interface SuppressFormProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Blocks all addresses of a person on a channel. */
export function SuppressForm({ open, onClose }: SuppressFormProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const add = useWrite(addSuppression, {
    changes: ['channel.list_suppressions'],
    done: t('channel:suppression.added'),
    onDone: onClose,
  });
  return (
    <FormDialog<Fields>
      open={open}
      title={t('channel:suppression.add')}
      act={t('channel:suppression.add')}
      busy={add.isPending}
      initial={{ channel: 'sms' }}
      onSubmit={(body) => add.mutate({ body })}
      onClose={onClose}
    >
      <Form.Item name="person" label={t('channel:field.person')} rules={[{ required: true }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="channel" label={t('channel:field.channel')} rules={[{ required: true }]}>
        <Select
          options={channelKindNames.map((value) => ({ value, label: nameOf(channelKinds[value]) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('channel:field.note')}>
        <Input maxLength={200} placeholder={t('channel:suppression.noteHint')} />
      </Form.Item>
    </FormDialog>
  );
}
