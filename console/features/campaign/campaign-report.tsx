import { skipReasons } from '@siyu/contract/channel';
import {
  type Campaign,
  type CampaignGroup,
  type CampaignReport,
  campaignGroups,
  listRuns,
  readReport,
} from '@siyu/contract/journey';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Select, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, readOf } from '../../kit/api/index.ts';
import { formatTime } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useFilters } from '../../kit/use-filters.ts';
import { useZone } from '../../kit/zone.ts';
import { Grid, Stack } from '../../ui/layout.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard } from '../../ui/stat-card.tsx';
import { MoneyText, TimeText } from '../../ui/text.tsx';
import { HoldoutView } from './holdout-view.tsx';

const funnel = ['planned', 'sent', 'delivered', 'opened', 'clicked', 'ordered'] as const;
const others = ['waiting', 'replied', 'unsubscribed', 'failed', 'unknown'] as const;

/** What a campaign did: from audience to revenue, who was left out and why, and what the holdout proves. */
export function CampaignReportView({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const zone = useZone();
  const [filters, change] = useFilters();
  const isLive = campaign.state === 'running';
  const target = { params: { campaign: campaign.id } };
  const runs = useInfiniteQuery(pagesOf(listRuns, target));
  const report = useQuery({
    ...readOf(readReport, { ...target, query: filters.run ? { run: filters.run } : {} }),
    // The last messages, their receipts, clicks and orders come in after the campaign has ended.
    refetchInterval: isLive ? 3_000 : 10_000,
  });
  const all = runs.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <QueryView query={report}>
      {(data) => (
        <Stack>
          <div
            style={{
              display: 'flex',
              alignItems: 'center',
              gap: 12,
              color: 'var(--ink3)',
              fontSize: 13,
            }}
          >
            {all.length > 1 && (
              <Select
                allowClear
                value={filters.run}
                placeholder={t('campaign:report.allRuns')}
                aria-label={t('campaign:report.allRuns')}
                style={{ minWidth: 220 }}
                options={all.map((run) => ({
                  value: run.id,
                  label: t('campaign:report.run', {
                    number: run.number,
                    at: formatTime(new Date(run.startedAt), locale, zone),
                  }),
                }))}
                onChange={(run?: string) => change({ run })}
              />
            )}
            <span>
              {t('app:asOf')} <TimeText at={data.asOf} />
            </span>
          </div>
          <Figures report={data} />
          {data.comparison && <HoldoutView report={data} comparison={data.comparison} />}
          <Skipped report={data} />
        </Stack>
      )}
    </QueryView>
  );
}

function usePeopleOf(report: CampaignReport) {
  return (group: CampaignGroup) => ({
    campaign: report.campaign,
    group,
    ...(report.run ? { run: report.run } : {}),
  });
}

function Figures({ report }: { readonly report: CampaignReport }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const of = usePeopleOf(report);
  const people = (group: (typeof funnel)[number] | (typeof others)[number]) => (
    <PeopleNumber title={nameOf(campaignGroups[group])} count={report[group]} of={of(group)} />
  );
  return (
    <>
      <Grid least={170}>
        <StatCard
          label={nameOf(campaignGroups.audience)}
          value={
            <PeopleNumber
              title={nameOf(campaignGroups.audience)}
              count={report.audience}
              of={of('audience')}
            />
          }
        />
        <StatCard label={nameOf(campaignGroups.sent)} value={people('sent')} />
        <StatCard
          label={nameOf(campaignGroups.ordered)}
          value={report.ordered === null ? '—' : people('ordered')}
          note={report.goal ? t('campaign:report.window', { days: report.goal.windowDays }) : ''}
        />
        <StatCard
          label={t('campaign:report.revenue')}
          value={
            report.revenue.length === 0
              ? '—'
              : report.revenue.map(({ currency, amount }) => (
                  <div key={currency}>
                    <MoneyText minor={amount} currency={currency} short />
                  </div>
                ))
          }
        />
        {others
          .filter((group) => (report[group] ?? 0) > 0)
          .map((group) => (
            <StatCard key={group} label={nameOf(campaignGroups[group])} value={people(group)} />
          ))}
      </Grid>
      <Panel title={t('campaign:report.funnel')} about={t('campaign:report.funnelAbout')}>
        {funnel
          .filter((group) => group !== 'ordered' || report.ordered !== null)
          .map((group) =>
            report[group] === null ? (
              <Tooltip key={group} title={t('campaign:report.unmeasurableAbout')}>
                <div style={{ display: 'flex', justifyContent: 'space-between', padding: '8px 0' }}>
                  <span style={{ fontSize: 13 }}>{nameOf(campaignGroups[group])}</span>
                  <span style={{ fontSize: 13, color: 'var(--ink3)' }}>
                    {t('campaign:report.unmeasurable')}
                  </span>
                </div>
              </Tooltip>
            ) : (
              <Meter
                key={group}
                label={nameOf(campaignGroups[group])}
                value={report[group] ?? 0}
                of={report.planned}
              >
                {people(group)}
              </Meter>
            ),
          )}
      </Panel>
    </>
  );
}

function Skipped({ report }: { readonly report: CampaignReport }) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  if (report.skipped.length === 0) return null;
  return (
    <Panel title={t('campaign:rehearsal.why')} about={t('campaign:report.skippedAbout')}>
      {report.skipped.map(({ reason, gate, people }) => (
        <Meter
          key={`${reason}:${gate}`}
          label={`${nameOf(skipReasons[reason])} · ${t(`campaign:gate.${gate}`)}`}
          value={people}
          of={report.audience}
        >
          <PeopleNumber
            title={nameOf(skipReasons[reason])}
            count={people}
            of={{
              campaign: report.campaign,
              group: 'skipped',
              reason,
              ...(report.run ? { run: report.run } : {}),
            }}
          />
        </Meter>
      ))}
    </Panel>
  );
}
