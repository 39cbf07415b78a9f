import { SendOutlined } from '@ant-design/icons';
import {
  type Delivery,
  deliveryStateNames,
  deliveryStates,
  listDeliveries,
  skipReasonNames,
  skipReasons,
} from '@siyu/contract/channel';
import { channelKindNames, channelKinds } from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CampaignSelect } from './campaign-select.tsx';
import { useDeliveryColumns } from './delivery-columns.tsx';
import { DeliveryDrawer } from './delivery-drawer.tsx';

/** Every message to every person: whether it left and, if not, why. */
export function DeliveriesPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const [filters, change] = useFilters();
  const [opened, setOpened] = useState<Delivery>();
  const columns = useDeliveryColumns();
  const channel = channelKindNames.find((each) => each === filters.channel);
  const state = deliveryStateNames.find((each) => each === filters.state);
  const reason = skipReasonNames.find((each) => each === filters.reason);
  const { campaign, person } = filters;
  const deliveries = useInfiniteQuery(
    pagesOf(listDeliveries, {
      query: {
        ...(channel ? { channel } : {}),
        ...(state ? { state } : {}),
        ...(reason ? { reason } : {}),
        ...(campaign ? { campaign } : {}),
        ...(person ? { person } : {}),
      },
    }),
  );
  const isFiltered = [channel, state, reason, campaign, person].some(Boolean);
  return (
    <>
      <PageHeader title={t('app:nav.deliveries')} about={t('channel:deliveries.about')} />
      <DataTable
        name="deliveries"
        rows={deliveries}
        columns={columns}
        rowKey={(each) => each.id}
        onOpen={setOpened}
        filters={
          <>
            <CampaignSelect value={campaign} onChange={(next) => change({ campaign: next })} />
            <PersonSelect
              value={person}
              placeholder={t('channel:field.person')}
              onChange={(next) => change({ person: next })}
            />
            <FilterBar
              fields={[
                {
                  kind: 'choice',
                  name: 'channel',
                  label: t('channel:field.channel'),
                  options: channelKindNames.map((value) => ({
                    value,
                    label: nameOf(channelKinds[value]),
                  })),
                },
                {
                  kind: 'choice',
                  name: 'state',
                  label: t('channel:field.state'),
                  options: deliveryStateNames.map((value) => ({
                    value,
                    label: nameOf(deliveryStates[value]),
                  })),
                },
                {
                  kind: 'choice',
                  name: 'reason',
                  label: t('channel:field.reason'),
                  options: skipReasonNames.map((value) => ({
                    value,
                    label: nameOf(skipReasons[value]),
                  })),
                },
              ]}
            />
          </>
        }
        empty={
          isFiltered ? undefined : (
            <EmptyState
              icon={<SendOutlined />}
              title={t('channel:deliveries.emptyTitle')}
              about={t('channel:deliveries.emptyAbout')}
            />
          )
        }
      />
      <DeliveryDrawer delivery={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
