import { type Delivery, readDelivery, settleDelivery, skipReasons } from '@siyu/contract/channel';
import { channelKinds, messageCategories } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Descriptions, Drawer, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { DeliveryStateTag } from '../../ui/delivery-state-tag.tsx';
import { Go } from '../../ui/go.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';

export interface DeliveryDrawerProps {
  readonly delivery: Delivery | undefined;
  readonly onClose: () => void;
}

/** One message to one person: its whole story. */
export function DeliveryDrawer({ delivery, onClose }: DeliveryDrawerProps) {
  return (
    <Drawer
      open={delivery !== undefined}
      size={480}
      title={delivery?.person?.name ?? delivery?.person?.id ?? delivery?.campaign?.name}
      extra={delivery && <DeliveryStateTag state={delivery.state} />}
      onClose={onClose}
      destroyOnHidden
    >
      {delivery && <Story known={delivery} />}
    </Drawer>
  );
}

const steps = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'replied',
  'unsubscribed',
  'failed',
] as const;

function Story({ known }: { readonly known: Delivery }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const { data: fresh } = useQuery(readOf(readDelivery, { params: { delivery: known.id } }));
  const delivery = fresh ?? known;
  const reached = steps.flatMap((step) => {
    const at = delivery[`${step}At`];
    return at ? [{ name: t(`channel:receipt.${step}`), at, bad: step === 'failed' }] : [];
  });
  return (
    <Stack gap={20}>
      <Descriptions
        column={1}
        size="small"
        items={[
          {
            label: t('channel:field.campaign'),
            children: delivery.campaign ? (
              <Go to={`/campaigns/${delivery.campaign.id}`}>{delivery.campaign.name}</Go>
            ) : (
              <Nothing />
            ),
          },
          {
            label: t('channel:field.channel'),
            children: <ChannelMark channel={delivery.channel} />,
          },
          {
            label: t('channel:field.category'),
            children: nameOf(messageCategories[delivery.category]),
          },
          {
            label: t('channel:field.template'),
            children: (
              <Go to={`/templates/${delivery.template}`}>
                {t('channel:deliveries.version', { version: delivery.templateVersion })}
              </Go>
            ),
          },
          { label: t('channel:field.attempts'), children: delivery.attempts },
          ...(delivery.error
            ? [{ label: t('channel:field.answer'), children: delivery.error }]
            : []),
        ]}
      />
      {delivery.reason && (
        <Alert
          type="info"
          showIcon
          title={nameOf(skipReasons[delivery.reason])}
          description={
            delivery.skippedAt ? t(`channel:deliveries.skippedAt.${delivery.skippedAt}`) : undefined
          }
        />
      )}
      <Timeline
        items={[
          { name: t('channel:field.plannedAt'), at: delivery.plannedAt, bad: false },
          { name: t('channel:field.dueAt'), at: delivery.dueAt, bad: false },
          ...reached,
        ].map(({ name, at, bad }) => ({
          key: name,
          color: bad ? 'red' : 'green',
          content: (
            <span style={{ display: 'flex', justifyContent: 'space-between', gap: 16 }}>
              {name}
              <TimeText at={at} as="exact" />
            </span>
          ),
        }))}
      />
      {delivery.state === 'unknown' && <Settle delivery={delivery} />}
      {delivery.provider === 'sandbox' && delivery.sentAt && (
        <Go to={`/inbox/${delivery.id}`}>
          <Button block>{t('channel:deliveries.inbox')}</Button>
        </Go>
      )}
      <span style={{ fontSize: 12, color: 'var(--ink3)' }}>
        {t('channel:measures', {
          receipts: channelKinds[delivery.channel].receipts
            .map((receipt) => t(`channel:receipt.${receipt}`))
            .join(t('channel:comma')),
        })}
      </span>
    </Stack>
  );
}

function Settle({ delivery }: { readonly delivery: Delivery }) {
  const { t } = useTranslation();
  const may = useMay();
  const settle = useWrite(settleDelivery, {
    changes: ['channel.'],
    done: t('channel:deliveries.settled'),
  });
  const as = (outcome: 'sent' | 'again') =>
    settle.mutate({ params: { delivery: delivery.id }, body: { as: outcome } });
  return (
    <Alert
      type="warning"
      showIcon
      title={t('channel:deliveries.settleAbout')}
      description={
        may('campaigns.edit') && (
          <div style={{ display: 'flex', gap: 8, marginTop: 8 }}>
            <Button size="small" loading={settle.isPending} onClick={() => as('sent')}>
              {t('channel:deliveries.settleSent')}
            </Button>
            <Button size="small" danger loading={settle.isPending} onClick={() => as('again')}>
              {t('channel:deliveries.settleAgain')}
            </Button>
          </div>
        )
      }
    />
  );
}
