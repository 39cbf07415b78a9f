import {
  type Channel,
  type ChannelChange,
  changeChannel,
  type Provider,
  probeChannel,
  resumeOutgoing,
  stopOutgoing,
} from '@siyu/contract/channel';
import { App, Button, Drawer, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { ChannelFields, type ChannelForm } from './channel-fields.tsx';

export interface ChannelDrawerProps {
  readonly channel: Channel | undefined;
  readonly providers: readonly Provider[];
  readonly onClose: () => void;
}

/** Provider, mode, settings and rate of a channel; secrets can be written and never read. */
export function ChannelDrawer({ channel, providers, onClose }: ChannelDrawerProps) {
  const nameOf = useNameOf();
  return (
    <Drawer
      open={channel !== undefined}
      size={480}
      title={channel && nameOf(channel)}
      onClose={onClose}
      destroyOnHidden
    >
      {channel && <Inside channel={channel} providers={providers} onClose={onClose} />}
    </Drawer>
  );
}

interface InsideProps extends ChannelDrawerProps {
  readonly channel: Channel;
}

function Inside({ channel, providers, onClose }: InsideProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const ask = useConfirmDanger();
  const { message } = App.useApp();
  const [form] = Form.useForm<ChannelForm>();
  const target = { params: { kind: channel.kind } };
  const change = useWrite(changeChannel, {
    changes: ['channel.'],
    done: t('channel:settings.saved'),
    onDone: onClose,
  });
  const probe = useWrite(probeChannel, {
    onDone: () => void message.success(t('channel:settings.probed')),
  });
  const stop = useWrite(stopOutgoing, { changes: ['channel.'], done: t('channel:stop.done') });
  const resume = useWrite(resumeOutgoing, {
    changes: ['channel.'],
    done: t('channel:stop.resumed'),
  });
  const submit = (fields: ChannelForm) => {
    const provider = providers.find(({ name }) => name === fields.provider);
    const body = changeOf(fields, provider);
    const goesLive = fields.mode === 'live' && channel.mode !== 'live' && !provider?.sandbox;
    if (!goesLive) return change.mutate({ ...target, body });
    ask({
      title: t('channel:settings.liveTitle', { name: nameOf(channel) }),
      consequence: t('channel:settings.liveConsequence'),
      act: t('channel:settings.goLive'),
      onConfirm: () => change.mutateAsync({ ...target, body }),
    });
  };
  const isEditable = may('channels.edit');
  return (
    <Form<ChannelForm>
      form={form}
      layout="vertical"
      requiredMark="optional"
      disabled={!isEditable}
      initialValues={{
        provider: channel.provider,
        mode: channel.mode,
        ratePerSecond: channel.ratePerSecond,
        settings: channel.settings,
      }}
      onFinish={submit}
    >
      <ChannelFields channel={channel} providers={providers} />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        {isEditable && (
          <>
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('app:action.save')}
            </Button>
            <Button loading={probe.isPending} onClick={() => probe.mutate(target)}>
              {t('channel:settings.probe')}
            </Button>
          </>
        )}
        {may('channels.stop') &&
          (channel.stopped ? (
            <Button
              disabled={false}
              onClick={() => resume.mutate({ body: { channel: channel.kind } })}
            >
              {t('channel:stop.resumeOne')}
            </Button>
          ) : (
            <Button
              danger
              disabled={false}
              onClick={() =>
                ask({
                  title: t('channel:stop.oneTitle', { name: nameOf(channel) }),
                  consequence: t('channel:stop.consequence'),
                  act: t('channel:stop.one'),
                  onConfirm: () => stop.mutateAsync({ body: { channel: channel.kind } }),
                })
              }
            >
              {t('channel:stop.one')}
            </Button>
          ))}
      </div>
    </Form>
  );
}

/** What the form asks to change: only the settings of the chosen provider, only secrets that were typed. */
function changeOf(fields: ChannelForm, provider: Provider | undefined): ChannelChange {
  const known = provider?.fields ?? [];
  const settings = Object.fromEntries(
    known
      .filter(({ type }) => type !== 'secret')
      .flatMap(({ name }) => {
        const typed = fields.settings?.[name];
        const value = typeof typed === 'string' ? typed.trim() : typed;
        return value === undefined || value === null || value === '' ? [] : [[name, value]];
      }),
  );
  const secrets = Object.fromEntries(
    known
      .filter(({ type }) => type === 'secret')
      .flatMap(({ name }) => {
        const value = fields.secrets?.[name];
        return value ? [[name, value]] : [];
      }),
  );
  return {
    provider: fields.provider,
    mode: fields.mode,
    ratePerSecond: fields.ratePerSecond,
    settings,
    ...(Object.keys(secrets).length > 0 ? { secrets } : {}),
  };
}
