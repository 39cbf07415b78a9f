import {
  type Campaign,
  pauseCampaign,
  readCampaign,
  resumeCampaign,
  stopCampaign,
} from '@siyu/contract/journey';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { TimeText } from '../../ui/text.tsx';
import { CampaignReportView } from './campaign-report.tsx';
import { CampaignStateTag } from './campaign-state-tag.tsx';
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
          <CampaignWizard key={found.id} existing={found} />
        ) : (
          <Started campaign={found} />
        )
      }
    </QueryView>
  );
}

function Started({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
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
        <CampaignReportView campaign={campaign} />
      </Stack>
    </>
  );
}

function Actions({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const target = { params: { campaign: campaign.id } };
  const changes = ['journey.'];
  const pause = useWrite(pauseCampaign, { changes, done: t('campaign:act.paused') });
  const resume = useWrite(resumeCampaign, { changes, done: t('campaign:act.resumed') });
  const stop = useWrite(stopCampaign, { changes, done: t('campaign:act.stopped') });
  if (!may('campaigns.edit')) return null;
  const isLive = campaign.state === 'running' || campaign.state === 'scheduled';
  return (
    <>
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
