import { DownloadOutlined } from '@ant-design/icons';
import {
  downloadImportErrors,
  type ImportDetail,
  listImportErrors,
  readImport,
  resumeImport,
  stopImport,
} from '@siyu/contract/collect';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { addressOf, pagesOf, readOf, useWrite } from '../../kit/api/index.ts';
import { formatBytes } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { useMay } from '../../kit/session/index.ts';
import { useConfirmDanger } from '../../ui/confirm-danger.tsx';
import { Grid, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { StatCard } from '../../ui/stat-card.tsx';
import { CountText } from '../../ui/text.tsx';
import { ImportReach } from './import-reach.tsx';
import { ImportState } from './import-state.tsx';
import { ProblemTable } from './problem-table.tsx';

/** One import: its progress while it runs, what it brought when it is done. */
export function ImportPage() {
  const { import: id = '' } = useParams({ strict: false });
  const query = useQuery({
    ...readOf(readImport, { params: { import: id } }),
    refetchInterval: ({ state }) => {
      const item = state.data;
      if (!item) return false;
      const isDone = item.state === 'failed' || item.state === 'stopped' || item.settled;
      return isDone ? false : 1_000;
    },
  });
  return <QueryView query={query}>{(item) => <ImportView item={item} />}</QueryView>;
}

const figures = ['people', 'orders', 'refunds', 'adjustments', 'events', 'consents'] as const;

function ImportView({ item }: { readonly item: ImportDetail }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const isReading = item.state === 'running' || item.state === 'waiting';
  const { counts } = item;
  return (
    <>
      <PageHeader
        back={{ to: '/imports', label: t('app:nav.imports') }}
        title={item.name}
        about={`${t(`import:kind.${item.kind}`)} · ${item.sourceName} · ${item.files
          .map(({ name, bytes }) => `${name} (${formatBytes(bytes, locale)})`)
          .join('、')}`}
        badge={!isReading && <ImportState item={item} />}
        actions={<Actions item={item} />}
      />
      <Stack>
        {isReading && (
          <Panel>
            <Progress percent={Math.floor(item.progress / 100)} status="active" />
            <p style={{ color: 'var(--ink3)', marginTop: 8 }}>{t('import:running')}</p>
          </Panel>
        )}
        {item.state === 'done' && !item.settled && (
          <Alert type="info" showIcon title={t('import:settlingAbout')} />
        )}
        {item.message && (
          <Alert type={item.state === 'failed' ? 'error' : 'info'} showIcon title={item.message} />
        )}
        <Grid least={160}>
          <StatCard label={t('import:field.rows')} value={<CountText value={counts.rows} />} />
          {figures
            .filter((figure) => counts[figure] > 0)
            .map((figure) => (
              <StatCard
                key={figure}
                label={t(`import:figure.${figure}`)}
                value={<CountText value={counts[figure]} />}
              />
            ))}
          <StatCard
            label={t('import:field.errors')}
            value={
              <span style={counts.errors > 0 ? { color: 'var(--danger)' } : {}}>
                <CountText value={counts.errors} />
              </span>
            }
            note={counts.errors === 0 ? t('import:noErrors') : t('import:errorsAbout')}
          />
        </Grid>
        {item.settled && item.counts.rows > item.counts.errors && <ImportReach id={item.id} />}
        {counts.errors > 0 && <Errors item={item} />}
      </Stack>
    </>
  );
}

function Errors({ item }: { readonly item: ImportDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const target = { params: { import: item.id } };
  const problems = useInfiniteQuery(pagesOf(listImportErrors, target));
  return (
    <Panel
      flush
      title={t('import:check.table')}
      extra={
        may('imports.edit') && (
          <Button
            icon={<DownloadOutlined />}
            href={addressOf(downloadImportErrors, target)}
            download={`${item.name}-errors.csv`}
          >
            {t('import:errorFile')}
          </Button>
        )
      }
    >
      <ProblemTable rows={problems} />
    </Panel>
  );
}

function Actions({ item }: { readonly item: ImportDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useConfirmDanger();
  const target = { params: { import: item.id } };
  const stop = useWrite(stopImport, { changes: ['collect.'] });
  const resume = useWrite(resumeImport, { changes: ['collect.'] });
  if (!may('imports.edit')) return null;
  if (item.state === 'running' || item.state === 'waiting') {
    return (
      <Button
        danger
        onClick={() =>
          ask({
            title: t('import:stopTitle'),
            consequence: t('import:stopConsequence'),
            act: t('import:stop'),
            onConfirm: () => stop.mutateAsync(target),
          })
        }
      >
        {t('import:stop')}
      </Button>
    );
  }
  if (item.state === 'failed' || item.state === 'stopped') {
    return (
      <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(target)}>
        {t('import:resume')}
      </Button>
    );
  }
  return null;
}
