import { sourceRoutes } from '@siyu/contract/collect';
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Drawer, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { readOf, useWrite } from '../../kit/api/index.ts';
import { formatTime } from '../../kit/format/index.ts';
import { useLocale, useNameOf } from '../../kit/language/index.ts';
import { useNames } from '../../kit/names.ts';
import { useMay } from '../../kit/session/index.ts';
import { useZone } from '../../kit/zone.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';
import type { Source } from './source-card.tsx';

export interface SourceDrawerProps {
  readonly source: Source | undefined;
  readonly onRotate: (source: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** One source: its day, how to write to it, its key. */
export function SourceDrawer({ source, onRotate, onClose }: SourceDrawerProps) {
  return (
    <Drawer
      open={source !== undefined}
      size={640}
      title={source?.name}
      onClose={onClose}
      destroyOnHidden
    >
      {source && <Inside source={source} onRotate={onRotate} onClose={onClose} />}
    </Drawer>
  );
}

interface InsideProps extends SourceDrawerProps {
  readonly source: Source;
}

function Inside({ source, onRotate, onClose }: InsideProps) {
  const { t } = useTranslation();
  const nameOf = useNameOf();
  const names = useNames();
  const may = useMay();
  const ask = useConfirmDanger();
  const close = useWrite(sourceRoutes.closeSource, {
    changes: ['collect.'],
    done: t('collect:source.closedDone'),
    onDone: onClose,
  });
  return (
    <Stack>
      <Descriptions
        column={{ xs: 1, sm: 2 }}
        size="small"
        items={[
          { label: t('collect:field.kind'), children: t(`collect:kind.${source.kind}`) },
          { label: t('collect:field.channel'), children: names.channel(source.channel) },
          { label: t('collect:field.node'), children: nameOf(source.node) },
          { label: t('collect:field.created'), children: <TimeText at={source.createdAt} /> },
          {
            label: t('collect:source.accepted'),
            children: <CountText value={source.accepted} />,
          },
          {
            label: t('collect:source.duplicates'),
            children: <CountText value={source.duplicates} />,
          },
          {
            label: t('collect:source.quarantined'),
            children: <CountText value={source.quarantined} />,
          },
        ]}
      />
      <Volume source={source} />
      {source.writeKeyPrefix && !source.closedAt && (
        <Panel title={t('collect:source.howTitle')} about={t('collect:source.howAbout')}>
          <Typography.Paragraph
            copyable
            style={{
              margin: 0,
              padding: 12,
              borderRadius: 8,
              background: 'var(--sunken)',
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
              fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
              fontSize: 12,
            }}
          >
            {`curl ${window.location.origin}/v1/track \\\n  -u ${source.writeKeyPrefix}…: \\\n  -H 'content-type: application/json' \\\n  -d '{"userId":"M1001","event":"Product Viewed","properties":{"product_id":"BX-21"}}'`}
          </Typography.Paragraph>
        </Panel>
      )}
      {may('sources.edit') && !source.closedAt && (
        <div style={{ display: 'flex', gap: 8 }}>
          <Button
            onClick={() =>
              ask({
                title: t('collect:source.rotateTitle'),
                consequence: t('collect:source.rotateConsequence'),
                act: t('collect:source.rotate'),
                onConfirm: () => onRotate(source.id),
              })
            }
          >
            {t('collect:source.rotate')}
          </Button>
          <Button
            danger
            onClick={() =>
              ask({
                title: t('collect:source.closeTitle', { name: source.name }),
                consequence: t('collect:source.closeConsequence'),
                act: t('collect:source.close'),
                onConfirm: () => close.mutateAsync({ params: { source: source.id } }),
              })
            }
          >
            {t('collect:source.close')}
          </Button>
        </div>
      )}
    </Stack>
  );
}

function Volume({ source }: { readonly source: Source }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const zone = useZone();
  const volume = useQuery(
    readOf(sourceRoutes.sourceVolume, { params: { source: source.id }, query: { hours: 24 } }),
  );
  const kinds = ['accepted', 'duplicates', 'quarantined'] as const;
  return (
    <Panel title={t('collect:source.volume')}>
      <QueryView query={volume}>
        {({ minutes }) => (
          <Chart
            label={t('collect:source.volume')}
            height={200}
            option={{
              grid: { left: 0, right: 8, top: 32, bottom: 0, containLabel: true },
              tooltip: { trigger: 'axis' },
              legend: { top: 0, left: 0 },
              xAxis: {
                type: 'category',
                data: minutes.map((each) =>
                  formatTime(new Date(each.minute), locale, zone).slice(-5),
                ),
              },
              yAxis: { type: 'value' },
              series: kinds.map((kind) => ({
                type: 'bar',
                stack: 'all',
                name: t(`collect:source.${kind}`),
                data: minutes.map((each) => each[kind]),
              })),
            }}
          />
        )}
      </QueryView>
    </Panel>
  );
}
