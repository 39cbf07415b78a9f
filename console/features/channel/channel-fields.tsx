import type { Channel, Provider, SettingField } from '@siyu/contract/channel';
import { Form, Input, InputNumber, Segmented, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';

export interface ChannelForm {
  readonly provider: string;
  readonly mode: 'test' | 'live';
  readonly ratePerSecond: number;
  readonly settings?: Readonly<Record<string, string | number | boolean | null | undefined>>;
  readonly secrets?: Readonly<Record<string, string | undefined>>;
}

export interface ChannelFieldsProps {
  readonly channel: Channel;
  readonly providers: readonly Provider[];
}

const modes = ['test', 'live'] as const;

/** The inputs of a channel; those of its provider are drawn from what the provider declares. */
export function ChannelFields({ channel, providers }: ChannelFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const form = Form.useFormInstance<ChannelForm>();
  const chosen = Form.useWatch('provider', form) ?? channel.provider;
  const mode = Form.useWatch('mode', form) ?? channel.mode;
  const provider = providers.find(({ name }) => name === chosen);
  return (
    <>
      <Form.Item
        name="provider"
        label={t('channel:field.provider')}
        rules={[{ required: true }]}
        extra={provider?.sandbox ? t('channel:settings.sandboxAbout') : undefined}
      >
        <Select
          options={providers
            .filter(({ channels }) => channels.includes(channel.kind))
            .map((each) => ({ value: each.name, label: nameOf(each) }))}
          onChange={(name: string) => {
            const next = providers.find((each) => each.name === name);
            if (next) form.setFieldValue('ratePerSecond', next.ratePerSecond);
          }}
        />
      </Form.Item>
      {!provider?.sandbox && (
        <Form.Item
          name="mode"
          label={t('channel:field.mode')}
          rules={[{ required: true }]}
          extra={t(`channel:modeAbout.${mode}`)}
        >
          <Segmented
            options={modes.map((value) => ({ value, label: t(`channel:state.${value}`) }))}
          />
        </Form.Item>
      )}
      {provider?.fields.map((field) => (
        <ProviderField
          key={`${provider.name}.${field.name}`}
          field={field}
          isSet={channel.secretsSet.includes(field.name)}
        />
      ))}
      <Form.Item
        name="ratePerSecond"
        label={t('channel:field.rateLong')}
        rules={[{ required: true }]}
      >
        <InputNumber min={1} max={10_000} style={{ width: 140 }} />
      </Form.Item>
    </>
  );
}

interface ProviderFieldProps {
  readonly field: SettingField;
  /** A secret that the server already keeps. */
  readonly isSet: boolean;
}

function ProviderField({ field, isSet }: ProviderFieldProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const isSecret = field.type === 'secret';
  return (
    <Form.Item
      name={[isSecret ? 'secrets' : 'settings', field.name]}
      label={nameOf(field)}
      {...(field.default === undefined ? {} : { initialValue: field.default })}
      {...(field.type === 'boolean' ? { valuePropName: 'checked' } : {})}
      rules={[{ required: field.required && !isSet }]}
    >
      {isSecret ? (
        <Input.Password
          autoComplete="new-password"
          visibilityToggle={false}
          placeholder={isSet ? t('channel:settings.secretSet') : ''}
        />
      ) : field.type === 'number' ? (
        <InputNumber style={{ width: '100%' }} />
      ) : field.type === 'boolean' ? (
        <Switch />
      ) : field.type === 'choice' ? (
        <Select
          options={(field.choices ?? []).map((value) => ({
            value,
            label: t(`channel:choice.${value}`, { defaultValue: value }),
          }))}
        />
      ) : (
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
      )}
    </Form.Item>
  );
}
