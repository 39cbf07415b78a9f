import {
  type Channel,
  listChannels,
  listProviders,
  readPolicy,
  type SendPolicy,
} from '@siyu/contract/channel';
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { Grid } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { ChannelCard } from './channel-card.tsx';
import { ChannelDrawer } from './channel-drawer.tsx';
import { PolicyForm } from './policy-form.tsx';
import { StopBar } from './stop-bar.tsx';
import { Suppressions } from './suppressions.tsx';
import { Testers } from './testers.tsx';

/** How messages leave: channels, what everyone is spared, and the button that stops it all. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters();
  const tabs = [
    { key: 'channels', children: <Channels /> },
    ...(may('campaigns.read') ? [{ key: 'policy', children: <PolicyForm /> }] : []),
    { key: 'testers', children: <Testers /> },
    { key: 'suppressions', children: <Suppressions /> },
  ];
  return (
    <>
      <PageHeader title={t('app:nav.channels')} about={t('channel:about')} />
      <StopBar />
      <Tabs
        activeKey={filters.tab ?? 'channels'}
        onChange={(tab) =>
          change({
            tab: tab === 'channels' ? undefined : tab,
            channel: undefined,
            reason: undefined,
          })
        }
        destroyOnHidden
        items={tabs.map((tab) => ({ ...tab, label: t(`channel:tab.${tab.key}`) }))}
      />
    </>
  );
}

function Channels() {
  const may = useMay();
  const [opened, setOpened] = useState<Channel['kind']>();
  const channels = useQuery({ ...readOf(listChannels), refetchInterval: 15_000 });
  const { data } = useQuery({ ...readOf(listProviders), staleTime: 600_000 });
  const policy = useQuery({ ...readOf(readPolicy), enabled: may('campaigns.read') }).data as
    | SendPolicy
    | undefined;
  const providers = data?.providers ?? [];
  return (
    <QueryView query={channels}>
      {({ channels: all }) => (
        <>
          <Grid least={300}>
            {all.map((channel) => (
              <ChannelCard
                key={channel.kind}
                channel={channel}
                provider={providers.find(({ name }) => name === channel.provider)}
                cap={policy?.channels[channel.kind]}
                onOpen={() => setOpened(channel.kind)}
              />
            ))}
          </Grid>
          <ChannelDrawer
            channel={all.find(({ kind }) => kind === opened)}
            providers={providers}
            onClose={() => setOpened(undefined)}
          />
        </>
      )}
    </QueryView>
  );
}
