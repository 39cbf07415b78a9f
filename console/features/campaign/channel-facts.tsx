import { type Cap, listChannels, readPolicy, type SendPolicy } from '@siyu/contract/channel';
import { type ChannelKind, channelKinds, readTemplate } from '@siyu/contract/content';
import { useQuery } from '@tanstack/react-query';
import { Alert, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNameOf } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';

/** The channel that a template goes by, whether it really sends, and what everyone is spared. */
export function ChannelFacts({ template }: { readonly template: string }) {
  const { t } = useTranslation();
  const query = useQuery(readOf(readTemplate, { params: { template } }));
  return (
    <Panel title={t('campaign:facts.title')}>
      <QueryView query={query}>
        {({ channel, category }) => <Facts kind={channel} isMarketing={category === 'marketing'} />}
      </QueryView>
    </Panel>
  );
}

interface FactsProps {
  readonly kind: ChannelKind;
  readonly isMarketing: boolean;
}

function Facts({ kind, isMarketing }: FactsProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const may = useMay();
  const { data: channels } = useQuery({
    ...readOf(listChannels),
    enabled: may('deliveries.read'),
  });
  const { data: found } = useQuery(readOf(readPolicy));
  const policy = found as SendPolicy | undefined;
  const channel = channels?.channels.find((each) => each.kind === kind);
  const capWords = (cap: Cap | undefined) => {
    const words = [
      cap?.perDay != null ? t('campaign:facts.perDay', { count: cap.perDay }) : '',
      cap?.perWeek != null ? t('campaign:facts.perWeek', { count: cap.perWeek }) : '',
    ].filter(Boolean);
    return words.length > 0 ? words.join(t('channel:comma')) : t('channel:policy.unlimited');
  };
  const isSandbox = channel?.provider === 'sandbox';
  return (
    <Stack>
      {channel && (channel.stopped || isSandbox || channel.mode === 'test') && (
        <Alert
          type={channel.stopped ? 'error' : 'info'}
          showIcon
          title={t(
            `campaign:facts.${channel.stopped ? 'stopped' : isSandbox ? 'sandbox' : 'test'}`,
          )}
        />
      )}
      <Descriptions
        column={1}
        size="small"
        items={[
          { label: t('campaign:field.channel'), children: nameOf(channelKinds[kind]) },
          ...(policy && isMarketing
            ? [
                { label: t('channel:policy.overall'), children: capWords(policy.overall) },
                {
                  label: t('campaign:facts.thisChannel'),
                  children: capWords(policy.channels[kind]),
                },
                {
                  label: t('channel:policy.quiet'),
                  children: policy.quiet
                    ? `${policy.quiet.from} – ${policy.quiet.until}`
                    : t('campaign:facts.noQuiet'),
                },
              ]
            : []),
        ]}
      />
      <span style={{ fontSize: 13, lineHeight: '20px', color: 'var(--ink3)' }}>
        {t(isMarketing ? 'campaign:facts.marketing' : 'campaign:facts.service')}
      </span>
    </Stack>
  );
}
