import type { Campaign, Run } from '@siyu/contract/journey';
import { useTranslation } from 'react-i18next';
import { useFilters } from '../../kit/use-filters.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable, type Rows } from '../../ui/data-table.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { EmptyState } from '../../ui/states.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import { RunStateTag } from './run-progress.tsx';

export interface RunsProps {
  readonly campaign: Campaign;
  readonly runs: Rows<Run>;
}

/** Every run of a campaign; one opens its own report. */
export function Runs({ campaign, runs }: RunsProps) {
  const { t } = useTranslation();
  const [, change] = useFilters();
  const columns: readonly Column<Run>[] = [
    {
      key: 'number',
      title: t('campaign:run.number'),
      phone: 'title',
      render: (run) => t('campaign:run.name', { number: run.number }),
    },
    {
      key: 'state',
      title: t('campaign:field.state'),
      phone: 'corner',
      render: (run) => <RunStateTag state={run.state} />,
    },
    {
      key: 'started',
      title: t('campaign:run.started'),
      render: (run) => <TimeText at={run.startedAt} as="exact" />,
    },
    {
      key: 'finished',
      title: t('campaign:run.finished'),
      render: (run) => <TimeText at={run.finishedAt} as="exact" />,
    },
    {
      key: 'enrolled',
      title: t('campaign:run.enrolled'),
      align: 'right',
      render: (run) => (
        <PeopleNumber
          title={`${t('campaign:run.name', { number: run.number })} · ${t('campaign:run.enrolled')}`}
          count={run.enrolled}
          of={{ campaign: campaign.id, group: 'audience', run: run.id }}
        />
      ),
    },
    {
      key: 'waiting',
      title: t('campaign:run.waiting'),
      align: 'right',
      render: (run) => <CountText value={run.waiting} />,
    },
  ];
  return (
    <DataTable
      name="campaign-runs"
      rows={runs}
      columns={columns}
      rowKey={(run) => run.id}
      onOpen={(run) => change({ run: run.id, tab: undefined })}
      empty={
        <EmptyState title={t('campaign:run.emptyTitle')} about={t('campaign:run.emptyAbout')} />
      }
    />
  );
}
