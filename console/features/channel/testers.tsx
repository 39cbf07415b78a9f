import { addTester, listTesters, removeTester } from '@siyu/contract/channel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemOf, pagesOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ActorName } from '../../ui/actor-name.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PersonBadge } from '../../ui/person-badge.tsx';
import { PersonSelect } from '../../ui/person-select.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';

type Tester = ItemOf<typeof listTesters>;

/** The white list: who gets real messages while a channel is in test mode. */
export function Testers() {
  const { t } = useTranslation();
  const may = useMay();
  const [person, setPerson] = useState<string>();
  const testers = useInfiniteQuery(pagesOf(listTesters));
  const changes = ['channel.list_testers'];
  const add = useWrite(addTester, {
    changes,
    done: t('channel:testers.added'),
    onDone: () => setPerson(undefined),
  });
  const remove = useWrite(removeTester, { changes, done: t('channel:testers.removed') });
  const isEditable = may('channels.edit');
  const columns: readonly Column<Tester>[] = [
    {
      key: 'person',
      title: t('channel:field.person'),
      phone: 'title',
      render: (each) => <PersonBadge name={each.person.name ?? each.person.id} />,
    },
    {
      key: 'by',
      title: t('channel:field.addedBy'),
      render: (each) => <ActorName name={each.addedBy} />,
    },
    {
      key: 'at',
      title: t('channel:field.addedAt'),
      render: (each) => <TimeText at={each.addedAt} />,
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
            danger
            onClick={() => remove.mutate({ params: { person: each.person.id } })}
          >
            {t('channel:testers.remove')}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      name="testers"
      rows={testers}
      columns={columns}
      rowKey={(each) => each.person.id}
      filters={
        isEditable && (
          <>
            <PersonSelect value={person} onChange={setPerson} />
            <Button
              disabled={!person}
              loading={add.isPending}
              onClick={() => person && add.mutate({ body: { person } })}
            >
              {t('channel:testers.add')}
            </Button>
          </>
        )
      }
      empty={
        <EmptyState
          title={t('channel:testers.emptyTitle')}
          about={t('channel:testers.emptyAbout')}
        />
      }
    />
  );
}
