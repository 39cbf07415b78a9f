import type { Campaign, Run } from '@siyu/contract/journey';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { CountText } from '../../ui/text.tsx';
import styles from './campaign.module.css';

const tones: Readonly<Record<Run['state'], Tone>> = {
  enrolling: 'busy',
  sending: 'busy',
  open: 'busy',
  paused: 'wait',
  done: 'good',
  stopped: 'quiet',
  failed: 'bad',
};

/** The state of a run: a dot and a word. */
export function RunStateTag({ state }: { readonly state: Run['state'] }) {
  const { t } = useTranslation();
  return <StateTag tone={tones[state]}>{t(`campaign:runState.${state}`)}</StateTag>;
}

export interface RunProgressProps {
  readonly campaign: Campaign;
  readonly run: Run;
}

/** How far the run that is going on has come. */
export function RunProgress({ campaign, run }: RunProgressProps) {
  const { t } = useTranslation();
  const left = run.decided === 0 ? 1 : run.waiting / run.decided;
  const percent = run.state === 'sending' ? Math.round((1 - left) * 100) : 0;
  return (
    <Panel>
      <div className={styles.live}>
        <RunStateTag state={run.state} />
        {campaign.kind === 'active' && (
          <div className={styles.liveBar}>
            <Progress
              percent={percent}
              showInfo={false}
              status={run.state === 'paused' ? 'normal' : 'active'}
            />
          </div>
        )}
        {(['enrolled', 'decided', 'waiting'] as const).map((name) => (
          <span key={name} className={styles.liveFigure}>
            {t(`campaign:run.${name}`)}{' '}
            <b>
              <CountText value={run[name]} />
            </b>
          </span>
        ))}
      </div>
    </Panel>
  );
}
