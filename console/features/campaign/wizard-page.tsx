import {
  type Campaign,
  changeCampaign,
  createCampaign,
  readCampaign,
} from '@siyu/contract/journey';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { useNarrow } from '../../kit/use-narrow.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { AudienceStep } from './audience-step.tsx';
import styles from './campaign.module.css';
import { ContentStep } from './content-step.tsx';
import { copyOf, type Draft, definitionOf, entryOf, newDraft } from './draft.ts';
import { RehearsalStep } from './rehearsal-step.tsx';
import { TimingStep } from './timing-step.tsx';

const steps = ['audience', 'content', 'timing', 'rehearsal'] as const;

/** A new campaign: perhaps for a segment that was just looked at, or after the pattern of another campaign. */
export function NewCampaignPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const from = typeof search.from === 'string' ? search.from : undefined;
  const pattern = useQuery({
    ...readOf(readCampaign, { params: { campaign: from ?? '' } }),
    enabled: from !== undefined,
  });
  if (from === undefined) {
    const { segment } = search;
    return <CampaignWizard initial={newDraft(typeof segment === 'string' ? segment : undefined)} />;
  }
  return (
    <QueryView query={pattern}>
      {({ definition }) => <CampaignWizard key={from} initial={copyOf(definition)} />}
    </QueryView>
  );
}

export interface CampaignWizardProps {
  readonly existing?: Campaign;
  readonly initial: Draft;
}

/** Whom → what → when → dry run → start. The draft is saved before the dry run. */
export function CampaignWizard({ existing, initial }: CampaignWizardProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [step, setStep] = useState(existing ? 3 : 0);
  const [draft, setDraft] = useState(initial);
  const toRehearsal = (campaign: Campaign) => {
    if (existing) setStep(3);
    else void navigate({ to: `/campaigns/${campaign.id}` });
  };
  const saved = { changes: ['journey.'], onDone: toRehearsal };
  const create = useWrite(createCampaign, saved);
  const change = useWrite(changeCampaign, saved);
  const definition = definitionOf(draft);
  const isReady = [entryOf(draft) !== null, draft.template !== undefined, definition !== null][
    step
  ];
  const save = () => {
    if (!definition) return;
    if (existing) change.mutate({ params: { campaign: existing.id }, body: definition });
    else create.mutate({ body: definition });
  };
  const current = steps[step];
  return (
    <>
      <PageHeader
        back={{ to: '/campaigns', label: t('app:nav.campaigns') }}
        title={existing?.definition.name ?? t('campaign:wizard.title')}
        about={t('campaign:wizard.about')}
      />
      <Steps
        current={step}
        size="small"
        responsive={false}
        titlePlacement={narrow ? 'vertical' : 'horizontal'}
        items={steps.map((name) => ({ title: t(`campaign:step.${name}`) }))}
        style={{ marginBottom: 24, maxWidth: 920 }}
        {...(existing ? { onChange: (next: number) => next < step && setStep(next) } : {})}
      />
      {current === 'audience' && <AudienceStep draft={draft} onChange={setDraft} />}
      {current === 'content' && <ContentStep draft={draft} onChange={setDraft} />}
      {current === 'timing' && <TimingStep draft={draft} onChange={setDraft} />}
      {current === 'rehearsal' && existing && <RehearsalStep campaign={existing} />}
      <div className={styles.foot}>
        <Button disabled={step === 0} onClick={() => setStep(step - 1)}>
          {t('app:action.previous')}
        </Button>
        {current === 'timing' ? (
          <Button
            type="primary"
            disabled={!isReady}
            loading={create.isPending || change.isPending}
            onClick={save}
          >
            {t('campaign:wizard.rehearse')}
          </Button>
        ) : (
          current !== 'rehearsal' && (
            <Button type="primary" disabled={!isReady} onClick={() => setStep(step + 1)}>
              {t('app:action.next')}
            </Button>
          )
        )}
      </div>
    </>
  );
}
