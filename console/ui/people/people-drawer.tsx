import { SendOutlined, TeamOutlined } from '@ant-design/icons';
import { createSegment, peopleOfRule, previewRule, type Rule } from '@siyu/contract/segment';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askOf, pagesOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { DataTable } from '../data-table.tsx';
import { Stack } from '../layout.tsx';
import { CountText } from '../text.tsx';
import { type PeopleBehind, PeopleContext } from './people-context.ts';
import { usePersonColumns } from './person-columns.tsx';

/** Holds the drawer that every number opens. */
export function PeopleProvider({ children }: { readonly children: ReactNode }) {
  const [behind, setBehind] = useState<PeopleBehind>();
  const [open, setOpen] = useState(false);
  const show = (next: PeopleBehind) => {
    setBehind(next);
    setOpen(true);
  };
  return (
    <PeopleContext value={show}>
      {children}
      <Drawer
        open={open}
        size={920}
        title={behind?.title}
        destroyOnHidden
        onClose={() => setOpen(false)}
        styles={{ body: { padding: 16 } }}
        extra={behind && <Acts behind={behind} onLeave={() => setOpen(false)} />}
      >
        {behind && <People rule={behind.rule} onLeave={() => setOpen(false)} />}
      </Drawer>
    </PeopleContext>
  );
}

function People({ rule, onLeave }: { readonly rule: Rule; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = usePersonColumns();
  const people = useInfiniteQuery(pagesOf(peopleOfRule, { body: { rule } }));
  const count = useQuery(askOf(previewRule, { body: { rule } }));
  return (
    <Stack gap={12}>
      <div style={{ color: 'var(--ink3)' }}>
        {t('people:behind.total')} <CountText value={count.data?.count.known} />
        {(count.data?.reachable ?? []).map(({ channel, people: reachable }) => (
          <span key={channel}>
            {' · '}
            {t(`people:channel.${channel}`)} <CountText value={reachable} />
          </span>
        ))}
      </div>
      <DataTable
        name="people-behind"
        rows={people}
        columns={columns}
        rowKey={(row) => row.person}
        onOpen={(row) => {
          onLeave();
          void navigate({ to: `/people/${row.person}` });
        }}
      />
    </Stack>
  );
}

interface ActsProps {
  readonly behind: PeopleBehind;
  readonly onLeave: () => void;
}

function Acts({ behind, onLeave }: ActsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const { modal } = App.useApp();
  const save = useWrite(createSegment, { changes: ['segment.'], done: t('people:behind.saved') });
  if (!may('segments.edit')) return null;

  const ask = (then: 'stay' | 'campaign') => {
    let name = behind.title;
    modal.confirm({
      title: t('people:behind.save'),
      okText: t('app:action.save'),
      cancelText: t('app:action.cancel'),
      content: (
        <Input
          defaultValue={name}
          aria-label={t('people:behind.name')}
          onChange={(event) => {
            name = event.target.value;
          }}
        />
      ),
      onOk: async () => {
        const { segment } = await save.mutateAsync({
          body: { name: name.trim() || behind.title, kind: 'static', rule: behind.rule },
        });
        onLeave();
        if (then === 'campaign') void navigate({ href: `/campaigns/new?segment=${segment}` });
        else void navigate({ to: `/segments/${segment}` });
      },
    });
  };
  return (
    <span style={{ display: 'flex', gap: 8 }}>
      <Button icon={<TeamOutlined />} onClick={() => ask('stay')}>
        {t('people:behind.save')}
      </Button>
      {may('campaigns.edit') && (
        <Button type="primary" icon={<SendOutlined />} onClick={() => ask('campaign')}>
          {t('people:behind.campaign')}
        </Button>
      )}
    </span>
  );
}
