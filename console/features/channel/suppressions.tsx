import {
  listSuppressions,
  removeSuppression,
  type Suppression,
  suppressionReasonNames,
  suppressionReasons,
} from '@siyu/contract/channel';
import { channelKindNames, channelKinds } from '@siyu/contract/content';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import type { Column } from '../../ui/columns.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';
import { SuppressForm } from './suppress-form.tsx';

/** Addresses that get nothing any more, and why. */
export function Suppressions() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const ask = useConfirmDanger();
  const [filters] = useFilters();
  const [adding, setAdding] = useState(false);
  const channel = channelKindNames.find((each) => each === filters.channel);
  const reason = suppressionReasonNames.find((each) => each === filters.reason);
  const list = useInfiniteQuery(
    pagesOf(listSuppressions, {
      query: { ...(channel ? { channel } : {}), ...(reason ? { reason } : {}) },
    }),
  );
  const remove = useWrite(removeSuppression, {
    changes: ['channel.list_suppressions'],
    done: t('channel:suppression.removed'),
  });
  const isEditable = may('channels.edit');
  const columns: readonly Column<Suppression>[] = [
    {
      key: 'person',
      title: t('channel:field.person'),
      phone: 'title',
      render: ({ person }) =>
        person ? <PersonBadge name={person.name ?? person.id} /> : <Nothing />,
    },
    {
      key: 'channel',
      title: t('channel:field.channel'),
      render: (each) => <ChannelMark channel={each.channel} />,
    },
    {
      key: 'reason',
      title: t('channel:field.reason'),
      render: (each) => nameOf(suppressionReasons[each.reason]),
    },
    {
      key: 'note',
      title: t('channel:field.note'),
      render: (each) => each.note || <Nothing />,
    },
    {
      key: 'since',
      title: t('channel:field.since'),
      render: (each) => <TimeText at={each.since} />,
    },
    {
      key: 'act',
      title: '',
      align: 'right',
      phone: 'corner',
      render: (each) =>
        isEditable && (
          <Button
            type="text"
            size="small"
            onClick={() =>
              ask({
                title: t('channel:suppression.removeTitle'),
                consequence: t('channel:suppression.removeConsequence'),
                act: t('channel:suppression.remove'),
                onConfirm: () => remove.mutateAsync({ params: { suppression: each.id } }),
              })
            }
          >
            {t('channel:suppression.remove')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <DataTable
        name="suppressions"
        rows={list}
        columns={columns}
        rowKey={(each) => each.id}
        filters={
          <>
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
                  name: 'reason',
                  label: t('channel:field.reason'),
                  options: suppressionReasonNames.map((value) => ({
                    value,
                    label: nameOf(suppressionReasons[value]),
                  })),
                },
              ]}
            />
            {isEditable && (
              <Button onClick={() => setAdding(true)}>{t('channel:suppression.add')}</Button>
            )}
          </>
        }
        empty={
          channel || reason ? undefined : (
            <EmptyState
              title={t('channel:suppression.emptyTitle')}
              about={t('channel:suppression.emptyAbout')}
            />
          )
        }
      />
      <SuppressForm open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
