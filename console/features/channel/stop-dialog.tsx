import { type StopStatus, stopOutgoing } from '@siyu/contract/channel';
import { Form, Input, Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useWrite } from '../../kit/api/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Stack } from '../../ui/layout.tsx';
import { CountText } from '../../ui/text.tsx';
import styles from './stop-bar.module.css';

export interface StopDialogProps {
  readonly open: boolean;
  readonly status: StopStatus;
  readonly onClose: () => void;
}

/** Shows what would be held back and what cannot be called back, and asks for the reason. */
export function StopDialog({ open, status, onClose }: StopDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ readonly reason: string }>();
  const stop = useWrite(stopOutgoing, {
    changes: ['channel.'],
    done: t('channel:stop.done'),
    onDone: onClose,
  });
  const busy = status.channels.filter(({ waiting, inFlight }) => waiting + inFlight > 0);
  return (
    <Modal
      open={open}
      title={t('channel:stop.title')}
      okText={t('channel:stop.act')}
      cancelText={t('app:action.cancel')}
      okButtonProps={{ danger: true, loading: stop.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      <Stack>
        <span>{t('channel:stop.consequence')}</span>
        {busy.length > 0 && (
          <div className={styles.lanes}>
            <span className={styles.head}>{t('channel:field.channel')}</span>
            <span className={styles.head}>{t('channel:field.waiting')}</span>
            <span className={styles.head}>{t('channel:field.inFlight')}</span>
            {busy.map(({ channel, waiting, inFlight }) => (
              <Fragment key={channel}>
                <ChannelMark channel={channel} />
                <CountText value={waiting} />
                <CountText value={inFlight} />
              </Fragment>
            ))}
          </div>
        )}
        {status.inFlight > 0 && (
          <span style={{ color: 'var(--warning)' }}>
            {t('channel:stop.cannotRecall', { count: status.inFlight })}
          </span>
        )}
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          onFinish={({ reason }) => stop.mutate({ body: { reason: reason.trim() } })}
        >
          <Form.Item
            name="reason"
            label={t('channel:stop.reason')}
            rules={[{ required: true, whitespace: true, message: t('channel:stop.reasonMissing') }]}
            style={{ marginBottom: 8 }}
          >
            <Input.TextArea rows={2} maxLength={200} placeholder={t('channel:stop.reasonHint')} />
          </Form.Item>
        </Form>
      </Stack>
    </Modal>
  );
}
