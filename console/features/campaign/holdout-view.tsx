import {
  type CampaignGroup,
  type CampaignReport,
  campaignGroups,
  type HoldoutComparison,
} from '@siyu/contract/journey';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExact, formatShare } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/index.ts';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { MoneyText } from '../../ui/text.tsx';
import styles from './campaign.module.css';
import { verdictOf } from './verdict.ts';

const tones: Readonly<Record<HoldoutComparison['verdict'], Tone>> = {
  better: 'good',
  worse: 'bad',
  cannot_tell: 'quiet',
};
const colours: Readonly<Record<HoldoutComparison['verdict'], string>> = {
  better: 'var(--success)',
  worse: 'var(--danger)',
  cannot_tell: 'var(--ink3)',
};

export interface HoldoutViewProps {
  readonly report: CampaignReport;
  readonly comparison: HoldoutComparison;
}

/** Those who got the message against those held out by chance: what the campaign itself did. */
export function HoldoutView({ report, comparison }: HoldoutViewProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { difference, differenceLow, differenceHigh, verdict, lift } = comparison;
  const { sentence, blanks } = verdictOf(comparison);
  const span = Math.max(Math.abs(differenceLow), Math.abs(differenceHigh), 1) * 1.2;
  const place = (value: number) => `${((value + span) / (2 * span)) * 100}%`;
  const points = (value: number) => `${value > 0 ? '+' : ''}${formatExact(value / 100, locale)}`;
  return (
    <Panel
      title={t('campaign:holdout.title')}
      about={t('campaign:holdout.about')}
      extra={<StateTag tone={tones[verdict]}>{t(`campaign:verdict.${verdict}`)}</StateTag>}
    >
      <p className={styles.told}>{t(`campaign:told.${sentence}`, blanks)}</p>
      <div className={styles.arms}>
        <Arm report={report} name="sent" arm={comparison.treatment} reached="ordered" />
        <Arm report={report} name="holdout" arm={comparison.control} reached="holdout_ordered" />
        <div>
          <div className={styles.outcomeName}>{t('campaign:holdout.difference')}</div>
          <div className={styles.big} style={{ color: colours[verdict] }}>
            {points(difference)}
            <span className={styles.unit}>{t('campaign:holdout.points')}</span>
          </div>
          <div className={styles.outcomeName}>
            {t('campaign:holdout.interval', {
              low: points(differenceLow),
              high: points(differenceHigh),
            })}
            {lift !== null && ` · ${t('campaign:holdout.lift', { lift: `${points(lift)}%` })}`}
          </div>
        </div>
      </div>
      <div
        className={styles.interval}
        style={{ '--tone': colours[verdict] } as CSSProperties}
        aria-hidden="true"
      >
        <span className={styles.intervalTrack} />
        <span className={styles.intervalZero} style={{ left: '50%' }} />
        <span
          className={styles.intervalSpan}
          style={{ left: place(differenceLow), right: `calc(100% - ${place(differenceHigh)})` }}
        />
        <span className={styles.intervalPoint} style={{ left: place(difference) }} />
      </div>
    </Panel>
  );
}

interface ArmProps {
  readonly report: CampaignReport;
  readonly name: 'sent' | 'holdout';
  readonly arm: HoldoutComparison['treatment'];
  readonly reached: Extract<CampaignGroup, 'ordered' | 'holdout_ordered'>;
}

function Arm({ report, name, arm, reached }: ArmProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const nameOf = useNameOf();
  const run = report.run ? { run: report.run } : {};
  return (
    <div>
      <div className={styles.outcomeName}>
        {nameOf(campaignGroups[name])}{' '}
        <PeopleNumber
          title={nameOf(campaignGroups[name])}
          count={arm.people}
          of={{ campaign: report.campaign, group: name, ...run }}
        />
      </div>
      <div className={styles.big}>{formatShare(arm.rate, locale)}</div>
      <div className={styles.outcomeName}>
        {t('campaign:holdout.converted')}{' '}
        <PeopleNumber
          title={nameOf(campaignGroups[reached])}
          count={arm.converted}
          of={{ campaign: report.campaign, group: reached, ...run }}
        />
        {arm.revenue.map(({ currency, amount }) => (
          <span key={currency}>
            {' · '}
            <MoneyText minor={amount} currency={currency} short />
          </span>
        ))}
      </div>
    </div>
  );
}
