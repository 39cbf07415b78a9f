import { type Delivery, skipReasons } from '@siyu/contract/channel';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import type { Column } from '../../ui/columns.ts';
import { DeliveryStateTag } from '../../ui/delivery-state-tag.tsx';
import { Go } from '../../ui/go.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';
import { DeliveryReceipt } from './delivery-receipts.tsx';

/** One delivery as the list shows it. */
export function useDeliveryColumns(): readonly Column<Delivery>[] {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  return [
    {
      key: 'person',
      title: t('channel:field.person'),
      phone: 'title',
      render: ({ person }) =>
        person ? <PersonBadge name={person.name ?? person.id} /> : <Nothing />,
    },
    {
      key: 'campaign',
      title: t('channel:field.campaign'),
      render: ({ campaign }) =>
        campaign ? <Go to={`/campaigns/${campaign.id}`}>{campaign.name}</Go> : <Nothing />,
    },
    {
      key: 'channel',
      title: t('channel:field.channel'),
      render: (each) => <ChannelMark channel={each.channel} />,
    },
    {
      key: 'state',
      title: t('channel:field.state'),
      phone: 'corner',
      render: (each) => <DeliveryStateTag state={each.state} />,
    },
    {
      key: 'reason',
      title: t('channel:field.reason'),
      render: ({ reason, error }) =>
        reason ? nameOf(skipReasons[reason]) : (error ?? <Nothing />),
    },
    {
      key: 'receipt',
      title: t('channel:field.progress'),
      render: (each) => <DeliveryReceipt delivery={each} />,
    },
    {
      key: 'sent',
      title: t('channel:receipt.sent'),
      render: (each) => <TimeText at={each.sentAt} />,
    },
    {
      key: 'due',
      title: t('channel:field.dueAt'),
      optional: true,
      render: (each) => <TimeText at={each.dueAt} />,
    },
  ];
}
