import { FileDoneOutlined, InboxOutlined } from '@ant-design/icons';
import {
  type FilePreview,
  type ImportFile,
  type ImportKind,
  importKinds,
  sourceRoutes,
  uploadImportFile,
} from '@siyu/contract/collect';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Form, Input, Segmented, Select, Skeleton, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { pagesOf, useWrite } from '../../kit/api/index.ts';
import { formatBytes } from '../../kit/format/index.ts';
import { useLocale } from '../../kit/language/index.ts';
import { Go } from '../../ui/go.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PreviewTable } from './preview-table.tsx';

export interface FileStepProps {
  readonly file: ImportFile | undefined;
  readonly preview: FilePreview | undefined;
  readonly busy: boolean;
  readonly source: string | undefined;
  readonly name: string;
  readonly onFile: (file: ImportFile) => void;
  readonly onKind: (kind: ImportKind) => void;
  readonly onSource: (source: string) => void;
  readonly onName: (name: string) => void;
}

/** The file, what its rows are, and whose data they are. */
export function FileStep(props: FileStepProps) {
  const { file, preview, busy, source, name } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const upload = useWrite(uploadImportFile, { onDone: props.onFile });
  const sources = useInfiniteQuery(pagesOf(sourceRoutes.listSources, { query: { limit: 200 } }));
  const open = sources.data?.pages.flatMap((page) => page.items).filter((each) => !each.closedAt);
  return (
    <Stack>
      <Panel>
        <Upload.Dragger
          accept=".csv,.txt,.json,.jsonl,.ndjson,.gz"
          showUploadList={false}
          disabled={upload.isPending}
          customRequest={({ file: chosen }) => {
            if (chosen instanceof File) {
              upload.mutate({ query: { name: chosen.name }, body: chosen });
            }
          }}
        >
          <p style={{ fontSize: 36, color: 'var(--accent)' }}>
            {file ? <FileDoneOutlined /> : <InboxOutlined />}
          </p>
          <p style={{ fontSize: 16, fontWeight: 500, lineHeight: '28px' }}>
            {upload.isPending ? t('import:file.uploading') : (file?.name ?? t('import:file.drop'))}
          </p>
          <p style={{ color: 'var(--ink3)' }}>
            {file
              ? `${formatBytes(file.bytes, locale)} · ${t('import:file.change')}`
              : t('import:file.about')}
          </p>
        </Upload.Dragger>
      </Panel>
      {file && (
        <Panel title={t('import:file.what')}>
          <Form layout="vertical" style={{ maxWidth: 560 }}>
            <Form.Item label={t('import:field.kind')}>
              <Segmented
                value={preview?.kind ?? 'people'}
                disabled={busy}
                options={importKinds.map((value) => ({ value, label: t(`import:kind.${value}`) }))}
                onChange={props.onKind}
              />
            </Form.Item>
            <Form.Item label={t('import:field.source')} extra={t('import:file.sourceAbout')}>
              <Select
                value={source}
                aria-label={t('import:field.source')}
                placeholder={t('import:file.chooseSource')}
                loading={sources.isPending}
                notFoundContent={<Go to="/sources">{t('import:file.noSource')}</Go>}
                options={open?.map(({ id, name: label }) => ({ value: id, label })) ?? []}
                onChange={props.onSource}
              />
            </Form.Item>
            <Form.Item label={t('import:field.name')} style={{ marginBottom: 0 }}>
              <Input
                value={name}
                aria-label={t('import:field.name')}
                maxLength={200}
                onChange={(event) => props.onName(event.target.value)}
              />
            </Form.Item>
          </Form>
        </Panel>
      )}
      {busy && <Skeleton active paragraph={{ rows: 5 }} />}
      {preview && !busy && (
        <Panel flush title={t('import:file.preview')} about={t('import:file.previewAbout')}>
          <PreviewTable preview={preview} />
        </Panel>
      )}
    </Stack>
  );
}
