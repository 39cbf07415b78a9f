import { DownloadOutlined, ExportOutlined } from '@ant-design/icons';
import { downloadExport, listExports, startExport } from '@siyu/contract/segment';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, type ItemOf, pagesOf, useWrite } from '../../kit/api/index.ts';
import { formatBytes } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import type { Column } from '../../ui/columns.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { StateTag, type Tone } from '../../ui/state-tag.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CountText, TimeText } from '../../ui/text.tsx';

type Export = ItemOf<typeof listExports>;

const tones: Readonly<Record<Export['state'], Tone>> = {
  waiting: 'wait',
  running: 'busy',
  done: 'good',
  failed: 'bad',
  expired: 'quiet',
};

/** Files made from a segment; masked for the role, written into the audit log. */
export function SegmentExports({ segment }: { readonly segment: string }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isRunning = (item: Export) => item.state === 'waiting' || item.state === 'running';
  const exports = useInfiniteQuery({
    ...pagesOf(listExports, { params: { segment } }),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some(isRunning)) ? 2_000 : false,
  });
  const start = useWrite(startExport, {
    changes: ['segment.list_exports'],
    done: t('segment:exports.started'),
  });
  const make = (
    <Button
      icon={<ExportOutlined />}
      loading={start.isPending}
      onClick={() => start.mutate({ params: { segment } })}
    >
      {t('segment:exports.start')}
    </Button>
  );
  const columns: readonly Column<Export>[] = [
    {
      key: 'at',
      title: t('segment:exports.at'),
      phone: 'title',
      render: (item) => <TimeText at={item.requestedAt} as="exact" />,
    },
    { key: 'by', title: t('segment:exports.by'), render: (item) => item.requestedBy },
    {
      key: 'rows',
      title: t('segment:exports.rows'),
      align: 'right',
      render: (item) =>
        isRunning(item) ? (
          <JobProgress done={item.rows} total={item.total} />
        ) : (
          <CountText value={item.rows} />
        ),
    },
    {
      key: 'state',
      title: t('segment:exports.state'),
      phone: 'corner',
      render: (item) => (
        <StateTag tone={tones[item.state]}>{t(`segment:exportState.${item.state}`)}</StateTag>
      ),
    },
    {
      key: 'file',
      title: '',
      align: 'right',
      render: (item) =>
        item.state === 'done' && (
          <Button
            type="link"
            size="small"
            icon={<DownloadOutlined />}
            href={addressOf(downloadExport, { params: { export: item.export } })}
            download
          >
            {formatBytes(item.bytes, locale)}
          </Button>
        ),
    },
  ];
  return (
    <DataTable
      name="segment-exports"
      rows={exports}
      columns={columns}
      rowKey={(item) => item.export}
      filters={make}
      empty={
        <EmptyState
          title={t('segment:exports.emptyTitle')}
          about={t('segment:exports.emptyAbout')}
        />
      }
    />
  );
}
