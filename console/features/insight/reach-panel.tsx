import type { InsightWindow, Overview } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useNameOf } from '../../kit/language/index.ts';
import { Stack } from '../../ui/layout.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PeopleNumber } from '../../ui/people/people-number.tsx';

/** How much of the pool each channel reaches right now. */
export function ReachPanel({
  board,
  window,
}: {
  readonly board: Overview;
  readonly window: InsightWindow;
}) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const pool = board.metrics.find(({ code }) => code === 'pool')?.value ?? 0;
  const channels = [...board.reachable].sort((a, b) => b.people - a.people);
  return (
    <Panel title={t('insight:reach.title')} about={t('insight:reach.about')}>
      <Stack gap={14}>
        {channels.map(({ channel, name, people }) => (
          <Meter key={channel} label={nameOf(name)} value={people} of={pool}>
            <PeopleNumber
              count={people}
              title={t('insight:reach.people', { channel: nameOf(name) })}
              of={{ question: { behind: 'metric', metric: 'reachable', window, channel } }}
            />
          </Meter>
        ))}
      </Stack>
    </Panel>
  );
}
