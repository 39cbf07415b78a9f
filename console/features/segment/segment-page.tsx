import { EditOutlined, MoreOutlined, ReloadOutlined, SendOutlined } from '@ant-design/icons';
import {
  archiveSegment,
  getSegment,
  listMembers,
  refreshSegment,
  type SegmentView,
} from '@siyu/contract/segment';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button, Dropdown, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf, useWrite } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Go } from '../../ui/go.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Grid, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber, usePersonColumns } from '../../ui/people/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard } from '../../ui/stat-card.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import { SegmentExports } from './segment-exports.tsx';
import { SegmentTrend } from './segment-trend.tsx';

/** One segment: whom it means, how it grows, who is in it. */
export function SegmentPage() {
  const { segment = '' } = useParams({ strict: false });
  const query = useQuery({
    ...readOf(getSegment, { params: { segment } }),
    refetchInterval: ({ state }) => (state.data?.running ? 2_000 : false),
  });
  return <QueryView query={query}>{(view) => <Segment view={view} />}</QueryView>;
}

function Segment({ view }: { readonly view: SegmentView }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const [filters, change] = useFilters();
  const tabs = [
    { key: 'members', label: t('segment:tab.members'), children: <Members view={view} /> },
    {
      key: 'trend',
      label: t('segment:tab.trend'),
      children: <SegmentTrend segment={view.segment} />,
    },
    ...(may('people.export')
      ? [
          {
            key: 'exports',
            label: t('segment:tab.exports'),
            children: <SegmentExports segment={view.segment} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        back={{ to: '/segments', label: t('app:nav.segments') }}
        title={view.name}
        about={view.description}
        badge={
          view.state === 'archived' ? (
            <StateTag tone="quiet">{t('segment:list.archived')}</StateTag>
          ) : (
            <StateTag tone={view.running ? 'busy' : 'good'}>
              {view.kind === 'static'
                ? t('segment:kind.static')
                : t(`segment:rhythm.${view.refresh}`)}
            </StateTag>
          )
        }
        actions={<Actions view={view} />}
      />
      <Stack>
        <Grid>
          <StatCard
            label={t('segment:field.count')}
            value={
              view.running ? (
                <JobProgress {...view.running} />
              ) : (
                <PeopleNumber
                  title={view.name}
                  count={view.count?.known}
                  of={{ rule: { kind: 'segment', segment: view.segment } }}
                />
              )
            }
            note={
              view.count && view.count.anonymous > 0 ? (
                <>
                  {t('rule:live.anonymous')} <CountText value={view.count.anonymous} />
                </>
              ) : null
            }
          />
          <StatCard
            label={t('segment:field.entered')}
            value={<CountText value={view.entered} />}
            note={t('segment:sinceLast')}
          />
          <StatCard
            label={t('segment:field.left')}
            value={<CountText value={view.left} />}
            note={t('segment:sinceLast')}
          />
          <StatCard
            label={t('segment:field.refreshedAt')}
            value={<TimeText at={view.refreshedAt} />}
            note={view.failure ?? ''}
          />
        </Grid>
        <Panel title={t('rule:live.sentence')}>
          <p style={{ lineHeight: '24px' }}>{nameOf(view.sentence)}</p>
        </Panel>
        <Tabs
          activeKey={filters.tab ?? 'members'}
          onChange={(tab) => change({ tab: tab === 'members' ? undefined : tab })}
          destroyOnHidden
          items={tabs}
        />
      </Stack>
    </>
  );
}

function Members({ view }: { readonly view: SegmentView }) {
  const columns = usePersonColumns();
  const { t } = useTranslation();
  const read = pagesOf(listMembers, { params: { segment: view.segment } });
  const members = useInfiniteQuery({
    ...read,
    // Each computation makes a list of its own.
    queryKey: [...read.queryKey, view.version],
    enabled: view.version > 0,
  });
  if (view.version === 0) return <Panel>{t('segment:notCounted')}</Panel>;
  return (
    <DataTable
      name="segment-members"
      rows={members}
      columns={columns}
      rowKey={(row) => row.person}
      to={(row) => `/people/${row.person}`}
    />
  );
}

function Actions({ view }: { readonly view: SegmentView }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const navigate = useNavigate();
  const target = { params: { segment: view.segment } };
  const refresh = useWrite(refreshSegment, { changes: ['segment.'] });
  const archive = useWrite(archiveSegment, {
    changes: ['segment.'],
    done: t('segment:archived'),
    onDone: () => void navigate({ to: '/segments' }),
  });
  if (!may('segments.edit') || view.state === 'archived') return null;
  const hasRule = view.origin === 'rule';
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'archive',
              danger: true,
              label: t('segment:archive'),
              onClick: () =>
                ask({
                  title: t('segment:archiveTitle', { name: view.name }),
                  consequence: t('segment:archiveConsequence'),
                  act: t('segment:archive'),
                  onConfirm: () => archive.mutateAsync(target),
                }),
            },
          ],
        }}
      >
        <Button icon={<MoreOutlined />} aria-label={t('app:action.more')} />
      </Dropdown>
      {hasRule && (
        <>
          <Button
            icon={<ReloadOutlined />}
            loading={refresh.isPending || view.running !== null}
            onClick={() => refresh.mutate(target)}
          >
            {t('segment:refresh')}
          </Button>
          <Go to={`/segments/${view.segment}/edit`}>
            <Button icon={<EditOutlined />}>{t('app:action.edit')}</Button>
          </Go>
        </>
      )}
      {may('campaigns.edit') && (
        <Button
          type="primary"
          icon={<SendOutlined />}
          onClick={() => void navigate({ href: `/campaigns/new?segment=${view.segment}` })}
        >
          {t('people:behind.campaign')}
        </Button>
      )}
    </>
  );
}
