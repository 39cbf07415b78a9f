import type { Recheck } from '@siyu/contract/journey';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EventSelect } from '../../ui/event-select.tsx';
import { SegmentSelect } from '../../ui/segment-select.tsx';
import styles from './campaign.module.css';

export interface RecheckFormProps {
  readonly recheck: Recheck | null;
  readonly onChange: (recheck: Recheck | null) => void;
}

const kinds = ['none', 'not_happened', 'happened', 'member', 'not_member'] as const;
type Kind = (typeof kinds)[number];

function kindOf(recheck: Recheck | null): Kind {
  if (recheck === null) return 'none';
  if (recheck.kind === 'event') return recheck.happened ? 'happened' : 'not_happened';
  return recheck.member ? 'member' : 'not_member';
}

function newRecheck(kind: Kind): Recheck | null {
  if (kind === 'none') return null;
  if (kind === 'happened' || kind === 'not_happened') {
    return { kind: 'event', event: 'order_placed', happened: kind === 'happened' };
  }
  return { kind: 'segment', segment: '', member: kind === 'member' };
}

/** What is asked again just before the message: still not bought, still in the segment. */
export function RecheckForm({ recheck, onChange }: RecheckFormProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.line}>
      <Select
        value={kindOf(recheck)}
        aria-label={t('campaign:event.recheck')}
        options={kinds.map((value) => ({ value, label: t(`campaign:recheck.${value}`) }))}
        popupMatchSelectWidth={false}
        onChange={(kind: Kind) => onChange(newRecheck(kind))}
      />
      {recheck?.kind === 'event' && (
        <EventSelect
          value={recheck.event}
          onChange={(event) => event && onChange({ ...recheck, event })}
        />
      )}
      {recheck?.kind === 'segment' && (
        <div style={{ width: 260 }}>
          <SegmentSelect
            value={recheck.segment || undefined}
            onChange={(segment) => segment && onChange({ ...recheck, segment })}
          />
        </div>
      )}
    </div>
  );
}
