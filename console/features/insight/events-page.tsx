import { PlusOutlined } from '@ant-design/icons';
import {
  type BucketUnit,
  bucketUnits,
  type EventQuestion,
  insightRoutes,
} from '@siyu/contract/insight';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { askOf } from '../../kit/api/index.ts';
import { useDebounced } from '../../kit/use-debounced.ts';
import { Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { BreakdownSelect, SegmentSelect } from './breakdown-select.tsx';
import { DataAsOf } from './data-as-of.tsx';
import { EventChart } from './event-chart.tsx';
import { EventStep } from './event-step.tsx';
import { EventTable } from './event-table.tsx';
import styles from './insight.module.css';
import { MeasureSelect } from './measure-select.tsx';
import { useQuestion } from './use-question.ts';
import { WindowSelect } from './window-select.tsx';
import { WithVocabulary } from './with-vocabulary.tsx';

const start: EventQuestion = {
  series: [{ events: ['order_placed'], measure: { of: 'people' } }],
  window: { kind: 'last', days: 30 },
  bucket: 'day',
  compare: true,
};
const mostSeries = 5;

/** What happened how often, by whom and for how much. */
export function EventsPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('insight:events.title')} about={t('insight:events.about')} />
      <WithVocabulary>
        <Analysis />
      </WithVocabulary>
    </>
  );
}

function Analysis() {
  const { t } = useTranslation();
  const [question, ask] = useQuestion(start);
  const settled = useDebounced(question, 300);
  const query = useQuery(askOf(insightRoutes.analyseEvents, { body: settled }));
  const { series, window, bucket, breakdown, segment, compare = false } = question;
  const set = (change: Partial<EventQuestion>) => ask(clean({ ...question, ...change }));
  const setSeries = (index: number, change: Partial<EventQuestion['series'][number]>) =>
    set({ series: series.map((each, at) => (at === index ? { ...each, ...change } : each)) });
  return (
    <Stack>
      <Panel>
        <Stack gap={12}>
          {[...series.entries()].map(([index, each]) => (
            <EventStep
              key={index}
              mark={String.fromCharCode(65 + index)}
              step={each}
              onChange={(step) =>
                setSeries(index, {
                  ...step,
                  ...(step.events.join() === each.events.join()
                    ? {}
                    : { measure: { of: each.measure.of === 'count' ? 'count' : 'people' } }),
                })
              }
              onRemove={
                series.length > 1
                  ? () => set({ series: series.filter((_, at) => at !== index) })
                  : undefined
              }
            >
              <MeasureSelect
                events={each.events}
                value={each.measure}
                onChange={(measure) => setSeries(index, { measure })}
              />
            </EventStep>
          ))}
          <div className={styles.controls}>
            <Button
              icon={<PlusOutlined />}
              disabled={series.length >= mostSeries}
              onClick={() =>
                set({
                  series: [...series, { events: ['product_viewed'], measure: { of: 'people' } }],
                })
              }
            >
              {t('insight:question.addEvent')}
            </Button>
            <span className={styles.controlGap} />
            <WindowSelect value={window} onChange={(next) => set({ window: next })} />
            <Segmented
              aria-label={t('insight:question.bucket')}
              value={bucket}
              options={bucketUnits.map((value) => ({ value, label: t(`insight:bucket.${value}`) }))}
              onChange={(value: BucketUnit) => set({ bucket: value })}
            />
            <BreakdownSelect
              events={series.flatMap(({ events }) => events)}
              value={breakdown}
              onChange={(next) => set({ breakdown: next as EventQuestion['breakdown'] })}
            />
            <SegmentSelect
              value={segment}
              onChange={(next) => set({ segment: next as EventQuestion['segment'] })}
            />
            <span className={styles.switch}>
              <Switch
                aria-label={t('insight:question.compare')}
                size="small"
                checked={compare}
                onChange={(checked) => set({ compare: checked })}
              />
              {t('insight:question.compare')}
            </span>
          </div>
        </Stack>
      </Panel>
      <QueryView query={query}>
        {(answer) => (
          <>
            <Panel
              title={t('insight:events.chart')}
              extra={<DataAsOf at={answer.dataAsOf.at} />}
              className={query.isFetching ? styles.fading : undefined}
            >
              <EventChart question={settled} answer={answer} />
            </Panel>
            <Panel
              title={t('insight:events.numbers')}
              about={t('insight:events.numbersAbout')}
              flush
            >
              <EventTable question={settled} answer={answer} />
            </Panel>
          </>
        )}
      </QueryView>
    </Stack>
  );
}

/** A question as the contract takes it: what is not asked is absent. */
const clean = (question: EventQuestion): EventQuestion =>
  JSON.parse(JSON.stringify(question)) as EventQuestion;
