import { ReloadOutlined, SendOutlined } from '@ant-design/icons';
import { type SkipReason, skipReasons } from '@siyu/contract/channel';
import {
  type Campaign,
  launchCampaign,
  type Rehearsal,
  readRehearsal,
  rehearseCampaign,
} from '@siyu/contract/journey';
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, readOf, useWrite } from '../../kit/api/index.ts';
import { formatExact } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { ErrorState } from '../../ui/states.tsx';
import { TimeText } from '../../ui/text.tsx';
import styles from './campaign.module.css';

/** Whom it would reach right now, who is left out and why, and the button that starts it. */
export function RehearsalStep({ campaign }: { readonly campaign: Campaign }) {
  const { t } = useTranslation();
  const target = { params: { campaign: campaign.id } };
  const begin = useWrite(rehearseCampaign, { changes: ['journey.read_rehearsal'] });
  const rehearsal = useQuery({
    ...readOf(readRehearsal, target),
    retry: false,
    refetchInterval: ({ state }) =>
      state.data?.state === 'waiting' || state.data?.state === 'running' ? 1_000 : false,
  });
  const begun = useRef(false);
  const isMissing = isProblem(rehearsal.error, 'journey.rehearsal_missing');
  const isOld =
    rehearsal.data !== undefined &&
    rehearsal.data.startedAt < campaign.changedAt &&
    !begin.isPending;
  useEffect(() => {
    if (begun.current || !(isMissing || isOld)) return;
    begun.current = true;
    begin.mutate({ params: { campaign: campaign.id } });
  }, [isMissing, isOld, begin, campaign.id]);

  if (campaign.kind === 'event') {
    return (
      <Stack>
        <Panel title={t('campaign:rehearsal.eventTitle')}>
          <p style={{ lineHeight: '24px', color: 'var(--ink2)' }}>
            {t('campaign:rehearsal.eventAbout')}
          </p>
        </Panel>
        <Launch campaign={campaign} />
      </Stack>
    );
  }
  if (rehearsal.error && !isMissing) return <ErrorState error={rehearsal.error} />;
  const { data } = rehearsal;
  if (!data || data.state === 'waiting' || data.state === 'running' || isOld) {
    return (
      <Panel title={t('campaign:rehearsal.running')}>
        <Progress
          percent={data?.audience ? (data.decided / data.audience) * 100 : 0}
          showInfo={false}
          status="active"
        />
        <p style={{ color: 'var(--ink3)', marginTop: 8 }}>{t('campaign:rehearsal.nothingSent')}</p>
      </Panel>
    );
  }
  if (data.state === 'failed') {
    return <Alert type="error" showIcon title={data.error ?? t('app:problem.unexpected')} />;
  }
  return (
    <Stack>
      <Outcome
        campaign={campaign}
        rehearsal={data}
        onAgain={() => begin.mutate(target)}
        busy={begin.isPending}
      />
      <Launch campaign={campaign} reached={data.reached} />
    </Stack>
  );
}

interface OutcomeProps {
  readonly campaign: Campaign;
  readonly rehearsal: Rehearsal;
  readonly busy: boolean;
  readonly onAgain: () => void;
}

function Outcome({ campaign, rehearsal, busy, onAgain }: OutcomeProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const audience = rehearsal.audience ?? 0;
  const left = rehearsal.skipped.reduce((sum, { people }) => sum + people, 0);
  const share = (people: number) => `${audience === 0 ? 0 : (people / audience) * 100}%`;
  const isReason = (reason: string): reason is SkipReason => reason in skipReasons;
  return (
    <Panel
      title={t('campaign:rehearsal.title')}
      about={
        <>
          {t('app:asOf')} <TimeText at={rehearsal.finishedAt} /> ·{' '}
          {t('campaign:rehearsal.nothingSent')}
        </>
      }
      extra={
        <Button icon={<ReloadOutlined />} loading={busy} onClick={onAgain}>
          {t('campaign:rehearsal.again')}
        </Button>
      }
    >
      <div className={styles.outcome}>
        <div>
          <div className={styles.outcomeName}>{t('campaign:rehearsal.reached')}</div>
          <div className={styles.big} style={{ color: 'var(--accent)' }}>
            <PeopleNumber
              title={t('campaign:rehearsal.reached')}
              count={rehearsal.reached}
              of={{ rehearsal: campaign.id }}
            />
          </div>
        </div>
        <div>
          <div className={styles.outcomeName}>{t('campaign:rehearsal.holdout')}</div>
          <div className={styles.big}>
            <PeopleNumber
              title={t('campaign:rehearsal.holdout')}
              count={rehearsal.holdout}
              of={{ rehearsal: campaign.id, reason: 'holdout' }}
            />
          </div>
        </div>
        <div>
          <div className={styles.outcomeName}>{t('campaign:rehearsal.left')}</div>
          <div className={styles.big}>{left}</div>
        </div>
        <div>
          <div className={styles.outcomeName}>{t('campaign:rehearsal.audience')}</div>
          <div className={styles.big}>{audience}</div>
        </div>
      </div>
      <div className={styles.bar} aria-hidden="true">
        <span style={{ width: share(rehearsal.reached), background: 'var(--accent)' }} />
        <span style={{ width: share(rehearsal.holdout), background: 'var(--info)' }} />
      </div>
      {rehearsal.skipped.length > 0 && (
        <>
          <h3 style={{ margin: '20px 0 8px', fontSize: 14 }}>{t('campaign:rehearsal.why')}</h3>
          {rehearsal.skipped.map(({ reason, people }) => {
            const name = isReason(reason) ? nameOf(skipReasons[reason]) : reason;
            return (
              <Meter key={reason} label={name} value={people} of={audience}>
                <PeopleNumber
                  title={name}
                  count={people}
                  of={isReason(reason) ? { rehearsal: campaign.id, reason } : undefined}
                />
              </Meter>
            );
          })}
        </>
      )}
    </Panel>
  );
}

interface LaunchProps {
  readonly campaign: Campaign;
  readonly reached?: number;
}

function Launch({ campaign, reached }: LaunchProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const ask = useConfirmDanger();
  const launch = useWrite(launchCampaign, {
    changes: ['journey.'],
    done: t('campaign:launch.done'),
  });
  const { entry } = campaign.definition;
  const timing = entry.kind === 'segment' ? entry.timing.kind : 'event';
  return (
    <Panel>
      <div className={styles.start}>
        <div className={styles.startWords}>
          <h2 style={{ fontSize: 16 }}>{t(`campaign:launch.title_${timing}`)}</h2>
          <p style={{ color: 'var(--ink3)', lineHeight: '22px', marginTop: 4 }}>
            {t(reached === 0 ? 'campaign:launch.nobody' : 'campaign:launch.about')}
          </p>
        </div>
        <Button
          type="primary"
          size="large"
          icon={<SendOutlined />}
          disabled={reached === 0 && timing === 'now'}
          loading={launch.isPending}
          onClick={() =>
            ask({
              title: t('campaign:launch.ask', { name: campaign.definition.name }),
              consequence:
                reached === undefined
                  ? t('campaign:launch.consequenceEvent')
                  : t('campaign:launch.consequence', { people: formatExact(reached, locale) }),
              act: t('campaign:launch.act'),
              calm: true,
              onConfirm: () => launch.mutateAsync({ params: { campaign: campaign.id } }),
            })
          }
        >
          {t('campaign:launch.act')}
        </Button>
      </div>
    </Panel>
  );
}
