import { CopyOutlined } from '@ant-design/icons';
import {
  type Campaign,
  listRuns,
  pauseCampaign,
  readCampaign,
  resumeCampaign,
  stopCampaign,
} from '@siyu/contract/journey';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Split, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TimeText } from '../../ui/text.tsx';
import { CampaignReportView } from './campaign-report.tsx';
import { CampaignSettings } from './campaign-settings.tsx';
import { CampaignStateTag } from './campaign-state-tag.tsx';
import { draftOf } from './draft.ts';
import { MessagePreview } from './message-preview.tsx';
import { RunProgress } from './run-progress.tsx';
import { Runs } from './runs.tsx';
import { useTimingWords } from './timing-words.ts';
import { CampaignWizard } from './wizard-page.tsx';

/** A draft goes on in the wizard; anything that has started shows its report. */
export function CampaignPage() {
  const { campaign = '' } = useParams({ strict: false });
  const query = useQuery({
    ...readOf(readCampaign, { params: { campaign } }),
    refetchInterval: ({ state }) =>
      state.data && ['running', 'scheduled'].includes(state.data.state) ? 3_000 : false,
  });
  return (
    <QueryView query={query}>
      {(found) =>
        found.state === 'draft' ? (
          <CampaignWizard key={found.id} existing={found} initial={draftOf(found.definition)} />
        ) : (
          <Started campaign={found} />
        )
      }
    </QueryView>
  );
}

function Started({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters();
  const timing = useTimingWords(campaign.definition.entry);
  const runs = useInfiniteQuery({
    ...pagesOf(listRuns, { params: { campaign: campaign.id } }),
    refetchInterval: campaign.state === 'running' ? 3_000 : 10_000,
  });
  const newest = runs.data?.pages[0]?.items[0];
  const tabs = [
    { key: 'report', children: <CampaignReportView campaign={campaign} /> },
    { key: 'runs', children: <Runs campaign={campaign} runs={runs} /> },
    {
      key: 'settings',
      children: (
        <Split aside={400}>
          <Panel title={t('campaign:settings.title')}>
            <CampaignSettings campaign={campaign} />
          </Panel>
          <MessagePreview
            template={campaign.definition.template}
            kind={campaign.definition.entry.kind}
          />
        </Split>
      ),
    },
  ];
  return (
    <>
      <PageHeader
        back={{ to: '/campaigns', label: t('app:nav.campaigns') }}
        title={campaign.definition.name}
        badge={<CampaignStateTag state={campaign.state} />}
        about={
          <span style={{ display: 'inline-flex', flexWrap: 'wrap', gap: '0 12px' }}>
            <ChannelMark channel={campaign.channel} />
            <span>{campaign.templateName}</span>
            <span>{timing}</span>
            {campaign.startedAt && (
              <span>
                {t('campaign:startedAt')} <TimeText at={campaign.startedAt} as="exact" />
              </span>
            )}
            {campaign.nextRunAt && (
              <span>
                {t('campaign:field.next')} <TimeText at={campaign.nextRunAt} as="exact" />
              </span>
            )}
          </span>
        }
        actions={<Actions campaign={campaign} />}
      />
      <Stack>
        {campaign.error && <Alert type="error" showIcon title={campaign.error} />}
        {newest && !newest.finishedAt && <RunProgress campaign={campaign} run={newest} />}
        <Tabs
          activeKey={filters.tab ?? 'report'}
          onChange={(tab) => change({ tab: tab === 'report' ? undefined : tab })}
          destroyOnHidden
          tabBarExtraContent={
            may('deliveries.read') && (
              <Link to="/deliveries" search={{ campaign: campaign.id }}>
                {t('campaign:tab.deliveries')}
              </Link>
            )
          }
          items={tabs.map((tab) => ({ ...tab, label: t(`campaign:tab.${tab.key}`) }))}
        />
      </Stack>
    </>
  );
}

function Actions({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const navigate = useNavigate();
  const target = { params: { campaign: campaign.id } };
  const changes = ['journey.'];
  const pause = useWrite(pauseCampaign, { changes, done: t('campaign:act.paused') });
  const resume = useWrite(resumeCampaign, { changes, done: t('campaign:act.resumed') });
  const stop = useWrite(stopCampaign, { changes, done: t('campaign:act.stopped') });
  if (!may('campaigns.edit')) return null;
  const isLive = campaign.state === 'running' || campaign.state === 'scheduled';
  return (
    <>
      <Button
        icon={<CopyOutlined />}
        onClick={() => void navigate({ href: `/campaigns/new?from=${campaign.id}` })}
      >
        {t('campaign:act.copy')}
      </Button>
      {(isLive || campaign.state === 'paused') && (
        <Button
          danger
          onClick={() =>
            ask({
              title: t('campaign:act.stopTitle', { name: campaign.definition.name }),
              consequence: t('campaign:act.stopConsequence'),
              act: t('campaign:act.stop'),
              onConfirm: () => stop.mutateAsync(target),
            })
          }
        >
          {t('campaign:act.stop')}
        </Button>
      )}
      {isLive && (
        <Button type="primary" loading={pause.isPending} onClick={() => pause.mutate(target)}>
          {t('campaign:act.pause')}
        </Button>
      )}
      {campaign.state === 'paused' && (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(target)}>
          {t('campaign:act.resume')}
        </Button>
      )}
    </>
  );
}
