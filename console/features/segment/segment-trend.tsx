import { listVersions } from '@siyu/contract/segment';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ItemOf, pagesOf } from '../../kit/api/index.ts';
import { formatTime } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useZone } from '../../kit/zone.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import { Change } from './segment-columns.tsx';

type Version = ItemOf<typeof listVersions>;

/** How many were in the segment at each count. */
export function SegmentTrend({ segment }: { readonly segment: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const zone = useZone();
  const versions = useInfiniteQuery(pagesOf(listVersions, { params: { segment } }));
  const points = (versions.data?.pages.flatMap((page) => page.items) ?? []).toReversed();
  const columns: readonly Column<Version>[] = [
    {
      key: 'at',
      title: t('segment:field.refreshedAt'),
      phone: 'title',
      render: (version) => <TimeText at={version.at} as="exact" />,
    },
    {
      key: 'count',
      title: t('segment:field.count'),
      align: 'right',
      phone: 'corner',
      render: (version) => <CountText value={version.count.known} />,
    },
    {
      key: 'change',
      title: t('segment:field.change'),
      align: 'right',
      render: (version) => <Change entered={version.entered} left={version.left} />,
    },
  ];
  return (
    <Stack>
      {points.length > 1 && (
        <Panel title={t('segment:trend')}>
          <Chart
            label={t('segment:trend')}
            height={220}
            option={{
              grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
              tooltip: { trigger: 'axis' },
              xAxis: {
                type: 'category',
                data: points.map((point) => formatTime(new Date(point.at), locale, zone)),
              },
              yAxis: { type: 'value', scale: true },
              series: [
                {
                  type: 'line',
                  name: t('segment:field.count'),
                  areaStyle: { opacity: 0.08 },
                  data: points.map((point) => point.count.known),
                },
              ],
            }}
          />
        </Panel>
      )}
      <DataTable
        name="segment-versions"
        rows={versions}
        columns={columns}
        rowKey={(version) => version.version}
      />
    </Stack>
  );
}
