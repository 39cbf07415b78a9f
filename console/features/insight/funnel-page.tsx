import { PlusOutlined } from '@ant-design/icons';
import { type FunnelQuestion, insightRoutes } from '@siyu/contract/insight';
import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber, Select, Switch, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { askOf } from '../../kit/api/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { BreakdownSelect, SegmentSelect } from './breakdown-select.tsx';
import { DataAsOf } from './data-as-of.tsx';
import { EventStep } from './event-step.tsx';
import { FunnelBars } from './funnel-bars.tsx';
import { FunnelTable } from './funnel-table.tsx';
import styles from './insight.module.css';
import { useQuestion } from './use-question.ts';
import { WindowSelect } from './window-select.tsx';
import { WithVocabulary } from './with-vocabulary.tsx';

const start: FunnelQuestion = {
  steps: [
    { events: ['product_viewed'] },
    { events: ['product_added'] },
    { events: ['order_placed'] },
  ],
  window: { kind: 'last', days: 30 },
  within: { amount: 7, unit: 'day' },
};
const mostSteps = 8;
const units = ['minute', 'hour', 'day'] as const;

/** How many people get from step to step, in order and in time. */
export function FunnelPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('insight:funnel.title')} about={t('insight:funnel.about')} />
      <WithVocabulary>
        <Funnel />
      </WithVocabulary>
    </>
  );
}

function Funnel() {
  const { t } = useTranslation();
  const [question, ask] = useQuestion(start);
  const settled = useDebounced(question, 300);
  const query = useQuery(askOf(insightRoutes.analyseFunnel, { body: settled }));
  const { steps, window, within, breakdown, segment } = question;
  const isStrict = question.modes?.includes('strict_order') ?? false;
  const set = (change: Partial<FunnelQuestion>) =>
    ask(JSON.parse(JSON.stringify({ ...question, ...change })) as FunnelQuestion);
  return (
    <Stack>
      <Panel>
        <Stack gap={12}>
          {[...steps.entries()].map(([index, step]) => (
            <EventStep
              key={index}
              mark={String(index + 1)}
              step={step}
              onChange={(next) =>
                set({ steps: steps.map((each, at) => (at === index ? next : each)) })
              }
              onRemove={
                steps.length > 2
                  ? () => set({ steps: steps.filter((_, at) => at !== index) })
                  : undefined
              }
            />
          ))}
          <div className={styles.controls}>
            <Button
              icon={<PlusOutlined />}
              disabled={steps.length >= mostSteps}
              onClick={() => set({ steps: [...steps, { events: ['order_paid'] }] })}
            >
              {t('insight:funnel.addStep')}
            </Button>
            <span className={styles.controlGap} />
            <WindowSelect value={window} onChange={(next) => set({ window: next })} />
            <span className={styles.inline}>
              {t('insight:funnel.within')}
              <InputNumber
                min={1}
                max={8_784}
                value={within.amount}
                aria-label={t('insight:funnel.within')}
                style={{ width: 76 }}
                onChange={(amount) => set({ within: { ...within, amount: amount ?? 1 } })}
              />
              <Select
                value={within.unit}
                aria-label={t('insight:funnel.unit')}
                options={units.map((value) => ({ value, label: t(`insight:funnel.${value}`) }))}
                popupMatchSelectWidth={false}
                onChange={(unit: (typeof units)[number]) => set({ within: { ...within, unit } })}
              />
            </span>
            <BreakdownSelect
              events={steps[0]?.events ?? []}
              value={breakdown}
              onChange={(next) => set({ breakdown: next as FunnelQuestion['breakdown'] })}
            />
            <SegmentSelect
              value={segment}
              onChange={(next) => set({ segment: next as FunnelQuestion['segment'] })}
            />
            <Tooltip title={t('insight:funnel.strictAbout')}>
              <span className={styles.switch}>
                <Switch
                  aria-label={t('insight:funnel.strict')}
                  size="small"
                  checked={isStrict}
                  onChange={(checked) =>
                    set({
                      modes: (checked ? ['strict_order'] : undefined) as FunnelQuestion['modes'],
                    })
                  }
                />
                {t('insight:funnel.strict')}
              </span>
            </Tooltip>
          </div>
        </Stack>
      </Panel>
      <QueryView query={query}>
        {(answer) => (
          <>
            <Panel
              title={t('insight:funnel.chart')}
              about={t('insight:funnel.chartAbout')}
              extra={<DataAsOf at={answer.dataAsOf.at} />}
              className={query.isFetching ? styles.fading : undefined}
            >
              <FunnelBars question={settled} answer={answer} />
            </Panel>
            {settled.breakdown && (
              <Panel title={t('insight:funnel.byGroup')} flush>
                <FunnelTable question={settled} answer={answer} />
              </Panel>
            )}
          </>
        )}
      </QueryView>
    </Stack>
  );
}
