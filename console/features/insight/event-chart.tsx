import type { EventAnswer, EventQuestion } from '@siyu/contract/insight';
import { useTranslation } from 'react-i18next';
import { useShade } from '../../kit/theme/index.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { useOpenPeople } from '../../ui/people/people-context.ts';
import { EmptyState } from '../../ui/states.tsx';
import { peopleOf, useSeriesWords } from './event-series.ts';

interface Props {
  readonly question: EventQuestion;
  readonly answer: EventAnswer;
}

/** The answer over time; a point opens its people. The stretch before is drawn dashed. */
export function EventChart({ question, answer }: Props) {
  const { t } = useTranslation();
  const { palette } = useShade();
  const open = useOpenPeople();
  const words = useSeriesWords(question, answer.currency);
  const { buckets, groups } = answer;
  if (groups.every(({ total, previous }) => total === 0 && !previous?.total)) {
    return <EmptyState title={t('insight:events.none')} about={t('insight:events.noneAbout')} />;
  }
  const type = buckets.length === 1 ? 'bar' : 'line';
  const colour = (index: number) => palette.series[index % palette.series.length];
  const now = groups.map((group, index) => ({
    type,
    name: words.groupName(group),
    data: group.values,
    itemStyle: { color: colour(index) },
    showSymbol: buckets.length <= 31,
    ...(groups.length === 1 ? { areaStyle: { opacity: 0.08 } } : {}),
  }));
  const before = groups.flatMap((group, index) =>
    group.previous === null || question.breakdown
      ? []
      : [
          {
            type,
            name: `${words.groupName(group)} ${t('insight:events.before')}`,
            data: buckets.map((_, at) => group.previous?.values[at] ?? null),
            itemStyle: { color: colour(index), opacity: 0.5 },
            lineStyle: { type: 'dashed', width: 1.5, opacity: 0.6 },
            showSymbol: false,
          },
        ],
  );
  return (
    <Chart
      label={t('insight:events.chart')}
      height={320}
      option={{
        grid: { left: 8, right: 16, top: 48, bottom: 4, containLabel: true },
        legend: { type: 'scroll', top: 0, left: 0, right: 0 },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: unknown) =>
            value === null || value === undefined ? '—' : words.write(0, Number(value)),
        },
        xAxis: {
          type: 'category',
          data: buckets.map((day) =>
            question.bucket === 'month' ? day.slice(0, 7) : day.slice(5),
          ),
        },
        yAxis: {
          type: 'value',
          axisLabel: { formatter: (value: number) => words.writeShort(0, value) },
        },
        series: [...now, ...before],
      }}
      onPick={({ series, index }) => {
        const group = groups[series];
        const bucket = buckets[index];
        if (!group || bucket === undefined) return;
        open({
          title: `${words.groupName(group)} · ${bucket}`,
          of: peopleOf(question, group, bucket),
        });
      }}
    />
  );
}
