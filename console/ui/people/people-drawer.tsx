import { SendOutlined, TeamOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Drawer, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowProblem } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { DataTable } from '../data-table.tsx';
import { Stack } from '../layout.tsx';
import { CountText } from '../text.tsx';
import { countBehind, peopleBehind, saveBehind } from './people-behind.ts';
import { type PeopleBehind, PeopleContext, type PeopleOf } from './people-context.ts';
import { usePersonColumns } from './person-columns.tsx';

/** Holds the drawer that every number opens. */
export function PeopleProvider({ children }: { readonly children: ReactNode }) {
  const [behind, setBehind] = useState<PeopleBehind>();
  const [open, setOpen] = useState(false);
  const show = (next: PeopleBehind) => {
    setBehind(next);
    setOpen(true);
  };
  const leave = () => setOpen(false);
  return (
    <PeopleContext value={show}>
      {children}
      <Drawer
        open={open}
        size={920}
        title={behind?.title}
        destroyOnHidden
        onClose={leave}
        styles={{ body: { padding: 16 } }}
        extra={behind && <Acts behind={behind} onLeave={leave} />}
      >
        {behind && <People of={behind.of} onLeave={leave} />}
      </Drawer>
    </PeopleContext>
  );
}

function People({ of, onLeave }: { readonly of: PeopleOf; readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = usePersonColumns();
  const people = useInfiniteQuery(peopleBehind(of));
  const count = useQuery({ queryKey: ['people-behind', of], queryFn: () => countBehind(of) });
  const isNamesOnly = 'campaign' in of || 'rehearsal' in of;
  return (
    <Stack gap={12}>
      {count.data !== null && count.data !== undefined && (
        <div style={{ color: 'var(--ink3)' }}>
          {t('people:behind.total')} <CountText value={count.data} /> {t('people:behind.unit')}
        </div>
      )}
      <DataTable
        name="people-behind"
        rows={people}
        columns={isNamesOnly ? columns.slice(0, 1) : columns}
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
  const client = useQueryClient();
  const showProblem = useShowProblem();
  const { modal, message } = App.useApp();
  if (!may('segments.edit')) return null;

  const ask = (next: 'segment' | 'campaign') => {
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
        try {
          const segment = await saveBehind(behind.of, name.trim() || behind.title);
          void client.invalidateQueries();
          void message.success(t('people:behind.saved'));
          onLeave();
          const to =
            next === 'campaign' ? `/campaigns/new?segment=${segment}` : `/segments/${segment}`;
          void navigate({ href: to });
        } catch (error) {
          showProblem(error);
        }
      },
    });
  };
  return (
    <span style={{ display: 'flex', gap: 8 }}>
      <Button icon={<TeamOutlined />} onClick={() => ask('segment')}>
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
