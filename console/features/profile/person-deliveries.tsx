import { type Delivery, listDeliveries, skipReasons } from '@siyu/contract/channel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DeliveryStateTag } from '../../ui/delivery-state-tag.tsx';
import { Go } from '../../ui/go.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';

/** What we sent the person, and what came of it. */
export function PersonDeliveries({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const deliveries = useInfiniteQuery(pagesOf(listDeliveries, { query: { person } }));
  const columns: readonly Column<Delivery>[] = [
    {
      key: 'campaign',
      title: t('delivery:field.campaign'),
      phone: 'title',
      render: (each) =>
        each.campaign ? (
          <Go to={`/campaigns/${each.campaign.id}`}>{each.campaign.name}</Go>
        ) : (
          <Nothing />
        ),
    },
    {
      key: 'channel',
      title: t('delivery:field.channel'),
      render: (each) => <ChannelMark channel={each.channel} />,
    },
    {
      key: 'state',
      title: t('delivery:field.state'),
      phone: 'corner',
      render: (each) => <DeliveryStateTag state={each.state} />,
    },
    {
      key: 'reason',
      title: t('delivery:field.reason'),
      render: (each) => (each.reason ? nameOf(skipReasons[each.reason]) : <Nothing />),
    },
    {
      key: 'clicked',
      title: t('delivery:field.clicked'),
      render: (each) => <TimeText at={each.clickedAt} />,
    },
    {
      key: 'at',
      title: t('delivery:field.at'),
      render: (each) => <TimeText at={each.sentAt ?? each.plannedAt} />,
    },
  ];
  return (
    <DataTable
      name="person-deliveries"
      rows={deliveries}
      columns={columns}
      rowKey={(each) => each.id}
      empty={
        <EmptyState title={t('delivery:personEmptyTitle')} about={t('delivery:personEmptyAbout')} />
      }
    />
  );
}
