import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Split, Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { LiveCount } from '../../ui/rule-builder/live-count.tsx';
import { useVocabularyQuery, VocabularyContext } from '../../ui/rule-builder/vocabulary.ts';
import { SegmentSelect } from '../../ui/segment-select.tsx';
import styles from './campaign.module.css';
import type { Draft } from './draft.ts';
import { EventEntryForm } from './event-entry-form.tsx';

export interface StepProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Whom: a segment that we reach out to, or whoever does something. */
export function AudienceStep({ draft, onChange }: StepProps) {
  const { t } = useTranslation();
  const vocabulary = useVocabularyQuery();
  return (
    <Stack>
      <div className={styles.choices}>
        {(['segment', 'event'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className={styles.choice}
            aria-pressed={draft.kind === kind}
            onClick={() => onChange({ ...draft, kind })}
          >
            <span className={styles.choiceName}>{t(`campaign:entry.${kind}`)}</span>
            <span className={styles.choiceAbout}>{t(`campaign:entryAbout.${kind}`)}</span>
          </button>
        ))}
      </div>
      {draft.kind === 'segment' ? (
        <SegmentChoice draft={draft} onChange={onChange} />
      ) : vocabulary.data ? (
        <VocabularyContext value={vocabulary.data}>
          <EventEntryForm entry={draft.event} onChange={(event) => onChange({ ...draft, event })} />
        </VocabularyContext>
      ) : (
        <Skeleton active />
      )}
    </Stack>
  );
}

function SegmentChoice({ draft, onChange }: StepProps) {
  const { t } = useTranslation();
  const { segment } = draft.segment;
  const choice = (
    <Panel title={t('campaign:audience.title')} about={t('campaign:audience.about')}>
      <div style={{ maxWidth: 480 }}>
        <SegmentSelect
          value={segment}
          onChange={(chosen) => {
            const { segment: _, ...rest } = draft.segment;
            onChange({ ...draft, segment: chosen ? { ...rest, segment: chosen } : rest });
          }}
        />
      </div>
    </Panel>
  );
  if (segment === undefined) return choice;
  return (
    <Split aside={340}>
      {choice}
      <LiveCount key={segment} rule={{ kind: 'segment', segment }} />
    </Split>
  );
}
