import { liveRoutes } from '@siyu/contract/collect';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Alert, Button, Drawer, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ItemOf, pagesOf, readOf, useWrite } from '../../kit/api/index.ts';
import { useNames } from '../../kit/names.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Stack } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Nothing, TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';

type Quarantined = ItemOf<typeof liveRoutes.listQuarantine>;

const states = ['open', 'replayed', 'discarded'] as const;

/** What could not be understood, with the reason; mended and sent in again, or set aside. */
export function Quarantine() {
  const { t } = useTranslation();
  const names = useNames();
  const may = useMay();
  const [filters] = useFilters();
  const [opened, setOpened] = useState<Quarantined>();
  const state = states.find((each) => each === filters.state) ?? 'open';
  const calls = useInfiniteQuery(pagesOf(liveRoutes.listQuarantine, { query: { state } }));
  const columns: readonly Column<Quarantined>[] = [
    {
      key: 'reason',
      title: t('collect:quarantine.reason'),
      phone: 'title',
      render: (call) => <TwoLines top={t(`collect:reason.${call.reason}`)} below={call.detail} />,
    },
    {
      key: 'event',
      title: t('collect:live.event'),
      render: (call) => (call.event ? names.event(call.event) : <Nothing />),
    },
    { key: 'source', title: t('collect:live.source'), render: (call) => call.source },
    {
      key: 'at',
      title: t('collect:live.received'),
      render: (call) => <TimeText at={call.receivedAt} />,
    },
    {
      key: 'state',
      title: t('collect:quarantine.state'),
      phone: 'corner',
      render: (call) => (
        <StateTag
          tone={call.state === 'open' ? 'wait' : call.state === 'replayed' ? 'good' : 'quiet'}
        >
          {t(`collect:quarantineState.${call.state}`)}
        </StateTag>
      ),
    },
  ];
  return (
    <>
      <DataTable
        name="quarantine"
        rows={calls}
        columns={columns}
        rowKey={(call) => call.id}
        {...(may('sources.edit') ? { onOpen: (call: Quarantined) => setOpened(call) } : {})}
        filters={
          <FilterBar
            fields={[
              {
                kind: 'choice',
                name: 'state',
                label: t('collect:quarantineState.open'),
                options: states.map((value) => ({
                  value,
                  label: t(`collect:quarantineState.${value}`),
                })),
              },
            ]}
          />
        }
        empty={
          <EmptyState
            title={t('collect:quarantine.emptyTitle')}
            about={t('collect:quarantine.emptyAbout')}
          />
        }
      />
      <Drawer
        open={opened !== undefined}
        size={640}
        title={opened && t(`collect:reason.${opened.reason}`)}
        onClose={() => setOpened(undefined)}
        destroyOnHidden
      >
        {opened && <Mend call={opened} onDone={() => setOpened(undefined)} />}
      </Drawer>
    </>
  );
}

interface MendProps {
  readonly call: Quarantined;
  readonly onDone: () => void;
}

function Mend({ call, onDone }: MendProps) {
  const { t } = useTranslation();
  const target = { params: { id: call.id } };
  const raw = useQuery(readOf(liveRoutes.showQuarantined, target));
  const [text, setText] = useState<string>();
  const done = { changes: ['collect.list_quarantine'], onDone };
  const replay = useWrite(liveRoutes.replayQuarantined, {
    ...done,
    done: t('collect:quarantine.replayed'),
  });
  const discard = useWrite(liveRoutes.discardQuarantined, {
    ...done,
    done: t('collect:quarantine.discarded'),
  });
  const mended = text === undefined ? undefined : parsed(text);
  return (
    <Stack>
      <Alert
        type="warning"
        showIcon
        title={call.detail}
        description={t('collect:quarantine.help')}
      />
      <QueryView query={raw}>
        {(shown) => (
          <Input.TextArea
            aria-label={t('collect:quarantine.body')}
            rows={18}
            value={text ?? JSON.stringify(shown.raw, null, 2)}
            status={text !== undefined && mended === undefined ? 'error' : ''}
            style={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 12 }}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </QueryView>
      {call.state === 'open' && (
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end' }}>
          <Button onClick={() => discard.mutate(target)}>{t('collect:quarantine.discard')}</Button>
          <Button
            type="primary"
            disabled={text !== undefined && mended === undefined}
            loading={replay.isPending}
            onClick={() =>
              replay.mutate({ ...target, body: mended === undefined ? {} : { mended } })
            }
          >
            {t('collect:quarantine.replay')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
