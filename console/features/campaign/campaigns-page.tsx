import { PlusOutlined, SendOutlined } from '@ant-design/icons';
import { channelKindNames, channelKinds } from '@siyu/contract/content';
import {
  type CampaignState,
  type CampaignSummary,
  campaignStates,
  listCampaigns,
} from '@siyu/contract/journey';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { Go } from '../../ui/go.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CountText, Nothing, TimeText } from '../../ui/text.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import { CampaignStateTag } from './campaign-state-tag.tsx';

const stateNames = Object.keys(campaignStates) as CampaignState[];

/** All campaigns, running ones kept current. */
export function CampaignsPage() {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const [filters] = useFilters();
  const state = stateNames.find((each) => each === filters.state);
  const kind = (['active', 'event'] as const).find((each) => each === filters.kind);
  const channel = channelKindNames.find((each) => each === filters.channel);
  const campaigns = useInfiniteQuery({
    ...pagesOf(listCampaigns, {
      query: {
        ...(filters.search ? { search: filters.search } : {}),
        ...(state ? { state } : {}),
        ...(kind ? { kind } : {}),
        ...(channel ? { channel } : {}),
      },
    }),
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some((page) => page.items.some((item) => item.state === 'running'))
        ? 5_000
        : false,
  });
  const add = may('campaigns.edit') && (
    <Link to="/campaigns/new">
      <Button type="primary" icon={<PlusOutlined />}>
        {t('campaign:list.add')}
      </Button>
    </Link>
  );
  const columns: readonly Column<CampaignSummary>[] = [
    {
      key: 'name',
      title: t('campaign:field.name'),
      phone: 'title',
      render: (each) => (
        <TwoLines
          top={<Go to={`/campaigns/${each.id}`}>{each.name}</Go>}
          below={each.templateName}
        />
      ),
    },
    {
      key: 'kind',
      title: t('campaign:field.kind'),
      render: (each) => t(`campaign:kind.${each.kind}`),
    },
    {
      key: 'channel',
      title: t('campaign:field.channel'),
      render: (each) => <ChannelMark channel={each.channel} />,
    },
    {
      key: 'state',
      title: t('campaign:field.state'),
      phone: 'corner',
      render: (each) => <CampaignStateTag state={each.state} />,
    },
    {
      key: 'planned',
      title: t('campaign:field.planned'),
      align: 'right',
      render: (each) => <CountText value={each.planned} />,
    },
    {
      key: 'sent',
      title: t('campaign:field.sent'),
      align: 'right',
      render: (each) => <CountText value={each.sent} />,
    },
    {
      key: 'next',
      title: t('campaign:field.next'),
      render: (each) =>
        each.nextRunAt ? <TimeText at={each.nextRunAt} as="exact" /> : <Nothing />,
    },
    {
      key: 'changed',
      title: t('campaign:field.changed'),
      render: (each) => <TimeText at={each.changedAt} />,
    },
  ];
  return (
    <>
      <PageHeader title={t('app:nav.campaigns')} about={t('campaign:list.about')} actions={add} />
      <DataTable
        name="campaigns"
        rows={campaigns}
        columns={columns}
        rowKey={(each) => each.id}
        to={(each) => `/campaigns/${each.id}`}
        filters={
          <FilterBar
            fields={[
              { kind: 'search', name: 'search', label: t('campaign:list.search') },
              {
                kind: 'choice',
                name: 'state',
                label: t('campaign:field.state'),
                options: stateNames.map((value) => ({
                  value,
                  label: nameOf(campaignStates[value]),
                })),
              },
              {
                kind: 'choice',
                name: 'kind',
                label: t('campaign:field.kind'),
                options: ['active', 'event'].map((value) => ({
                  value,
                  label: t(`campaign:kind.${value}`),
                })),
              },
              {
                kind: 'choice',
                name: 'channel',
                label: t('campaign:field.channel'),
                options: channelKindNames.map((value) => ({
                  value,
                  label: nameOf(channelKinds[value]),
                })),
              },
            ]}
          />
        }
        empty={
          Object.values(filters).some(Boolean) ? undefined : (
            <EmptyState
              icon={<SendOutlined />}
              title={t('campaign:list.emptyTitle')}
              about={t('campaign:list.emptyAbout')}
              step={add}
            />
          )
        }
      />
    </>
  );
}
