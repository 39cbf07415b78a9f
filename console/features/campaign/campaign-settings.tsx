import type { Campaign } from '@siyu/contract/journey';
import { getSegment } from '@siyu/contract/segment';
import { useQuery } from '@tanstack/react-query';
import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../kit/api/index.ts';
import { useNames } from '../../kit/names.ts';
import { useMay } from '../../kit/session/index.ts';
import { ChannelMark } from '../../ui/channel-mark.tsx';
import { Go } from '../../ui/go.tsx';
import { PropertyFilters } from './property-filters.tsx';
import { useTimingWords } from './timing-words.ts';

/** What a campaign is set to do, in words. */
export function CampaignSettings({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const names = useNames();
  const { definition, channel, templateName } = campaign;
  const { entry, goal, holdoutBasisPoints, validHours = 24 } = definition;
  const timing = useTimingWords(entry);
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        {
          label: t(
            entry.kind === 'segment' ? 'campaign:settings.segment' : 'campaign:settings.event',
          ),
          children:
            entry.kind === 'segment' ? (
              <SegmentName segment={entry.segment} />
            ) : (
              <PropertyFilters event={entry.event} where={entry.where} />
            ),
        },
        {
          label: t('campaign:settings.template'),
          children: <Go to={`/templates/${definition.template}`}>{templateName}</Go>,
        },
        { label: t('campaign:field.channel'), children: <ChannelMark channel={channel} /> },
        { label: t('campaign:timing.when'), children: timing },
        ...(entry.kind === 'event'
          ? [
              {
                label: t('campaign:event.reentry'),
                children:
                  entry.reentry.kind === 'after'
                    ? t('campaign:settings.reentryAfter', { count: entry.reentry.days })
                    : t(`campaign:reentry.${entry.reentry.kind}`),
              },
            ]
          : []),
        {
          label: t('campaign:timing.valid'),
          children: t('campaign:settings.hours', { count: validHours }),
        },
        {
          label: t('campaign:proof.goal'),
          children: goal
            ? t('campaign:settings.goal', { days: goal.windowDays, event: names.event(goal.event) })
            : t('campaign:settings.noGoal'),
        },
        { label: t('campaign:settings.holdout'), children: `${holdoutBasisPoints / 100}%` },
      ]}
    />
  );
}

function SegmentName({ segment }: { readonly segment: string }) {
  const may = useMay();
  const { data } = useQuery({
    ...readOf(getSegment, { params: { segment } }),
    enabled: may('segments.read'),
  });
  return data ? <Go to={`/segments/${segment}`}>{data.name}</Go> : null;
}
