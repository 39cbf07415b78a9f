import type { Import } from '@siyu/contract/collect';
import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';

const tones: Readonly<Record<Import['state'], Tone>> = {
  waiting: 'wait',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  stopped: 'quiet',
};

/** Where an import stands: reading, settling what it read, done. */
export function ImportState({ item }: { readonly item: Import }) {
  const { t } = useTranslation();
  if (item.state === 'running') {
    return (
      <Progress
        percent={Math.floor(item.progress / 100)}
        size="small"
        style={{ width: 140, margin: 0 }}
      />
    );
  }
  if (item.state === 'done' && !item.settled) {
    return <StateTag tone="busy">{t('import:settling')}</StateTag>;
  }
  return <StateTag tone={tones[item.state]}>{t(`import:state.${item.state}`)}</StateTag>;
}
